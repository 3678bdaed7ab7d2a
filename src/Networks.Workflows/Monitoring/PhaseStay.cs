using Networks.Data.Cases;

namespace Networks.Workflows.Monitoring;

/// <summary>A stretch of days that a case spent in a phase.</summary>
/// <param name="Until">The day on which it went on, back or ended; null while it is there.</param>
internal readonly record struct PhaseStay(CasePhase Phase, DateOnly From, DateOnly? Until)
{
    public int Days(DateOnly today) => (Until ?? today).DayNumber - From.DayNumber;
}
