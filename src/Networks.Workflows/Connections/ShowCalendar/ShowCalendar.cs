using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.ShowCalendar;

/// <summary>Since when the person has a secret calendar address; the address itself is not kept.</summary>
[Access(Right.OwnAccount)]
public sealed record ShowCalendar : IQuery<CalendarNow>;

public sealed record CalendarNow(DateTimeOffset? Since);

internal sealed class ShowCalendarHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ShowCalendar, Result<CalendarNow>>
{
    public async Task<Result<CalendarNow>> Handle(ShowCalendar request, CancellationToken cancellationToken) =>
        new CalendarNow(await db.CalendarFeeds.Where(f => f.OfficerId == actor.Officer).Select(f => (DateTimeOffset?)f.CreatedAt).FirstOrDefaultAsync(cancellationToken));
}
