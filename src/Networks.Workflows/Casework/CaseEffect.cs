using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Casework;

/// <summary>The day of effect as the rule computes it from a case's filings.</summary>
internal static class CaseEffect
{
    /// <summary>Reads what the rule needs, with the changes of this act that are not stored yet.</summary>
    public static async Task<DateOnly?> ComputeAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken)
    {
        var kind = await db.EnterpriseNetworks.Where(n => n.CaseId == caseId).Select(n => n.Kind).SingleAsync(cancellationToken);
        var filings = await db.Filings.Where(f => f.CaseId == caseId).ToListAsync(cancellationToken);
        return Of(kind, filings);
    }

    /// <summary>Null while an entry that counts is missing, or before filings were planned.</summary>
    public static DateOnly? Of(NetworkKind? kind, IReadOnlyCollection<Filing> filings) =>
        kind is not { } known || filings.Count == 0
            ? null
            : EffectDate.Of(
                known,
                [.. filings.Where(f => f.ParticipantId is not null).Select(f => f.EnteredOn)],
                filings.FirstOrDefault(f => f.ParticipantId is null)?.EnteredOn);
}
