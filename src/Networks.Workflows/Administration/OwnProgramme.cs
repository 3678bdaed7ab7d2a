using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Programmes;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration;

/// <summary>What a person of the administration stands in: one programme, and all of it or one association.</summary>
/// <param name="All">The person is of the lead association; others administer their own association alone.</param>
internal sealed record Ground(Programme Programme, AssociationId Association, bool All);

internal static class OwnProgramme
{
    /// <returns>Null for somebody without an association.</returns>
    public static async Task<Ground?> GroundAsync(this NetworksDbContext db, IActor actor, CancellationToken cancellationToken)
    {
        if (actor.Association is not { } own)
        {
            return null;
        }

        var programme = await db.Programmes.FirstOrDefaultAsync(p => db.Associations.Any(a => a.Id == own && a.ProgrammeId == p.Id), cancellationToken);
        return programme is null ? null : new Ground(programme, own, programme.Lead.Association == own);
    }
}
