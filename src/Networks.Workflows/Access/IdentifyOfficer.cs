using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>The rights of a signed-in person as they are now, not as they were at sign-in. Disabled: nobody.</summary>
[Access(Right.Public)]
public sealed record IdentifyOfficer(OfficerId Officer) : IQuery<OfficerVisit>;

/// <param name="Language">Two letters; the person's, also of the mails to it. Null for nobody.</param>
public sealed record OfficerVisit(Actor Actor, string? Language);

internal sealed class IdentifyOfficerHandler(NetworksDbContext db) : IRequestHandler<IdentifyOfficer, Result<OfficerVisit>>
{
    public async Task<Result<OfficerVisit>> Handle(IdentifyOfficer request, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.Officer, cancellationToken);
        return officer is { IsDisabled: false } ? new OfficerVisit(Actor.Of(officer), officer.Language) : new OfficerVisit(Actor.Nobody, null);
    }
}
