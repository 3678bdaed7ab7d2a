using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>The rights of a signed-in person as they are now, not as they were at sign-in. Disabled: nobody.</summary>
[Access(Right.Public)]
public sealed record IdentifyOfficer(OfficerId Officer) : IQuery<Actor>;

internal sealed class IdentifyOfficerHandler(NetworksDbContext db) : IRequestHandler<IdentifyOfficer, Result<Actor>>
{
    public async Task<Result<Actor>> Handle(IdentifyOfficer request, CancellationToken cancellationToken)
    {
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.Officer, cancellationToken);
        return officer is { IsDisabled: false } ? Actor.Of(officer) : Actor.Nobody;
    }
}
