using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>Whose calendar a secret address is. Unknown, ended and of a person without access answer the same.</summary>
[Access(Right.Public)]
public sealed record IdentifyCalendar(string Secret) : IQuery<CalendarVisit>;

/// <param name="Language">Two letters; the person's.</param>
public sealed record CalendarVisit(Actor Actor, string Language);

internal sealed class IdentifyCalendarHandler(NetworksDbContext db) : IRequestHandler<IdentifyCalendar, Result<CalendarVisit>>
{
    public async Task<Result<CalendarVisit>> Handle(IdentifyCalendar request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Secret);
        var officer = await (
            from f in db.CalendarFeeds
            where f.SecretHash == hash
            join o in db.Officers.AsNoTracking() on f.OfficerId equals o.Id
            where !o.IsDisabled
            select o).FirstOrDefaultAsync(cancellationToken);
        return officer is null ? new Refusal(RefusalKind.NotFound, "common.not-found") : new CalendarVisit(Actor.Of(officer), officer.Language);
    }
}
