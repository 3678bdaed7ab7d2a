using Networks.Data;
using Networks.Data.Cases;

namespace Networks.Workflows.Monitoring;

/// <summary>A stretch of days that a case spent in a phase.</summary>
/// <param name="Until">The day on which it went on, back or ended; null while it is there.</param>
internal sealed record PhaseStay(CaseId Case, CasePhase Phase, DateOnly From, DateOnly? Until)
{
    public int Days(DateOnly today) => (Until ?? today).DayNumber - From.DayNumber;

    /// <summary>The stays of one case in the order of its history.</summary>
    /// <param name="entries">Phase and day of each entry, in order.</param>
    /// <param name="endedOn">Day on which the case was closed; null for an open one.</param>
    public static IEnumerable<PhaseStay> Of(CaseId id, IReadOnlyList<(CasePhase Phase, DateOnly On)> entries, DateOnly? endedOn) =>
        entries.Select((entry, i) => new PhaseStay(id, entry.Phase, entry.On, i + 1 < entries.Count ? entries[i + 1].On : endedOn));
}
