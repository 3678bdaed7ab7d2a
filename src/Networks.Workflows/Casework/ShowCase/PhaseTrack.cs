using Networks.Data.Cases;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Casework.ShowCase;

/// <summary>The phases of a case with their days, from its history.</summary>
internal static class PhaseTrack
{
    /// <summary>In the order of the path; a phase that this procedure does not have is left out.</summary>
    public static IReadOnlyList<PhaseSpan> Of(CaseRows rows)
    {
        var entries = rows.Events.Where(e => e.Name == PhaseEntered.Name).Select(e => (Phase: PhaseEntered.Of(e), Day: e.HappenedOn)).ToList();
        var here = rows.Case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended ? (CasePhase?)null : rows.Case.Phase;
        return [.. Enum.GetValues<CasePhase>()
            .Where(p => p != CasePhase.Discovery || entries.Exists(e => e.Phase == p))
            .Select(p => Span(p, entries, p == here))];
    }

    // A phase that was gone back to lasts until it was left for good.
    private static PhaseSpan Span(CasePhase phase, List<(CasePhase? Phase, DateOnly Day)> entries, bool isHere)
    {
        var first = entries.FindIndex(e => e.Phase == phase);
        var last = entries.FindLastIndex(e => e.Phase == phase);
        DateOnly? until = isHere || last < 0 || last + 1 >= entries.Count ? null : entries[last + 1].Day;
        var left = last >= 0 && !isHere && entries.Skip(last + 1).All(e => e.Phase < phase) && entries.Count > last + 1;
        return new PhaseSpan(phase, first < 0 || left ? null : entries[first].Day, left ? null : until, isHere);
    }
}
