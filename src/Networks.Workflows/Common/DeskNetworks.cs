using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Common;

/// <summary>Names of networks for the people of a desk.</summary>
internal static class DeskNetworks
{
    /// <returns>Only those in which the desk has a part.</returns>
    public static Task<Dictionary<CaseId, string>> NamesAsync(NetworksDbContext db, IActor actor, IReadOnlyCollection<CaseId> ids, CancellationToken cancellationToken)
    {
        var desk = actor.Association ?? default;
        return (
            from c in db.Cases.AsNoTracking()
            where ids.Contains(c.Id) && (c.OwnerId == desk || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == desk
                && p.Status != ParticipantStatus.Proposed && p.Status != ParticipantStatus.Declined))
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new { c.Id, n.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
    }

    public static string Name(Dictionary<CaseId, string> names, CaseId id) => names.TryGetValue(id, out var name) ? name : Words.Say("common.row-not-found");
}
