using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Casework.ShowCase;

/// <summary>What the page says about the day of legal effect: formula, what is missing, source, confirmed or not.</summary>
internal static class EffectLine
{
    public static EffectStatement? Of(CaseRows rows, CaseFacts facts)
    {
        if (rows.Case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            return null;
        }

        if (rows.Network.Kind is not { } kind)
        {
            return new EffectStatement("kind-open", null, null, [], null, null, ToVerify: false);
        }

        var filings = facts.Filings.Values.Where(f => f.IsFirst).ToList();
        var originals = rows.Firms.Select(f => f.Participant).Where(p => p is { Status: ParticipantStatus.Active or ParticipantStatus.Withdrawn, Kind: ParticipantKind.Original }).Select(p => p.Id).ToList();
        var computed = filings.Count > 0 && originals.Count > 0 ? EffectDate.OfFilings(kind, filings, originals) : null;
        var missing = filings.Where(f => f.Status != FilingStatus.Entered)
            .Select(f => new MissingEntry(facts.SubjectName(f.Id.Value, rows.Case.Id), Chambers.Find(f.ChamberCode)?.Name ?? f.ChamberCode));
        return new EffectStatement(Sentence(computed, rows.Case.EffectOn, filings.Count, kind), computed, rows.Case.EffectOn, [.. missing],
            EffectDate.Formula(kind), EffectDate.Rule.Citation, EffectDate.Rule.ToVerify);
    }

    private static string Sentence(DateOnly? computed, DateOnly? confirmed, int filings, NetworkKind kind) => (computed, confirmed) switch
    {
        ({ } day, { } known) when day == known => "confirmed",
        (_, { }) => "confirmed-differs",
        ({ }, null) => "to-confirm",
        (null, null) when filings == 0 => kind == NetworkKind.Contractual ? "ahead-contractual" : "ahead-legal-entity",
        (null, null) => kind == NetworkKind.Contractual ? "missing-contractual" : "missing-legal-entity",
    };
}
