using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake;

/// <summary>Tells a desk that reads the case from one that was only asked about its own firm.</summary>
internal static class CaseReaders
{
    public static async Task<bool> ReadsAsync(NetworksDbContext db, Case @case, IActor actor, CancellationToken cancellationToken) =>
        @case.OwnerId == actor.Association
        || await db.Participants.AnyAsync(
            p => p.CaseId == @case.Id && p.DeskId == actor.Association && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Left), cancellationToken);
}
