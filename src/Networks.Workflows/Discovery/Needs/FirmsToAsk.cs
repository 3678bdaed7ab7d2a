using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.Needs;

/// <summary>Whether a firm may be asked about a network.</summary>
internal static class FirmsToAsk
{
    /// <returns>Those that were asked for this network before, or are in it.</returns>
    public static async Task<IReadOnlySet<FirmId>> KnownToAsync(NetworksDbContext db, CaseId caseId, IReadOnlyCollection<FirmId> firms, CancellationToken cancellationToken)
    {
        var asked = await db.Introductions.AsNoTracking().Where(i => i.CaseId == caseId && firms.Contains(i.FirmId)).Select(i => i.FirmId).ToListAsync(cancellationToken);
        var inside = await db.Participants.AsNoTracking()
            .Where(p => p.CaseId == caseId && firms.Contains(p.FirmId) && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed)).Select(p => p.FirmId).ToListAsync(cancellationToken);
        return asked.Concat(inside).ToHashSet();
    }

    public static Refusal? Obstacle(Firm firm, IReadOnlySet<FirmId> known, DateOnly today) =>
        known.Contains(firm.Id) ? NeedRefusals.FirmAsked
        : firm.Email is null ? IntroductionRefusals.NoMailbox
        : !firm.Allows(ConsentPurpose.Contact, today) ? NeedRefusals.NoContact
        : null;
}
