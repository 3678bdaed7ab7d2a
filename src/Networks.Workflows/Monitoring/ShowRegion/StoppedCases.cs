using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>The networks that are in their phase for longer than usual, with the cause.</summary>
internal static class StoppedCases
{
    public static IReadOnlyList<StoppedCase> Of(RegionRows rows, IReadOnlyList<UsualTime> usual, DateOnly today) =>
    [
        .. from c in rows.Cases
           where c.Status == CaseStatus.Open
           let stay = rows.Stays[c.Id].LastOrDefault(s => s.Until is null)
           where stay is not null
           let time = usual.FirstOrDefault(u => u.Phase == stay.Phase)
           where time is not null && stay.Days(today) > time.Median
           let cause = CauseOf(c, rows.Tasks[c.Id], stay)
           orderby stay.Days(today) - time.Median descending, c.Reference
           select new StoppedCase(
               c.Id, c.Reference, rows.Desks.GetValueOrDefault(c.OwnerId, ""), stay.Phase, stay.Days(today), time, cause.Party, cause.Task, cause.Parties, cause.Since),
    ];

    // The order is that of the whose-turn clock: the party that stands first, then the task that is open longest.
    private static (WaitsFor Party, string? Task, int Parties, DateOnly Since) CauseOf(RegionCase @case, IEnumerable<RegionTask> tasks, PhaseStay stay)
    {
        if (@case.SuspendedAt is { } suspended)
        {
            return (WaitsFor.OwnDesk, null, 1, BusinessCalendar.DayOf(suspended));
        }

        var open = tasks.OrderBy(t => t.Party).ThenBy(t => t.OpenedAt).ToList();
        return open is [var first, ..]
            ? (first.Party, first.Task, open.Count(t => t.Party == first.Party && t.Task == first.Task), BusinessCalendar.DayOf(first.OpenedAt))
            : (WaitsFor.OwnDesk, null, 1, stay.From);
    }
}
