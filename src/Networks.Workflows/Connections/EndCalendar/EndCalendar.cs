using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.EndCalendar;

/// <summary>Ends the person's secret calendar address at once. Without one nothing happens.</summary>
[Access(Right.OwnAccount)]
public sealed record EndCalendar(Guid OperationId) : ICommand<Done>;

internal sealed class EndCalendarHandler(NetworksDbContext db, IActor actor) : IRequestHandler<EndCalendar, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndCalendar request, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.CalendarFeeds.Where(f => f.OfficerId == actor.Officer).ToListAsync(cancellationToken));
        return Done.It;
    }
}
