using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>The networks that are in their phase for longer than usual, with the cause.</summary>
internal static class StoppedCases
{
    /// <summary>Longest over the usual first.</summary>
    public static IReadOnlyList<StoppedCase> Of(RegionGround ground)
    {
        var desks = ground.Desks.ToDictionary(d => d.Id, d => d.Name);
        var found =
            from n in ground.Networks
            where IsStopped(n, ground)
            let now = n.Course.Now!.Value
            let usual = ground.Times.First(t => t.Phase == now.Phase)
            let days = ground.Today.DayNumber - now.Since.DayNumber
            select new StoppedCase(n.Id, n.Reference, desks.GetValueOrDefault(n.Owner, ""), now.Phase, days, usual, CauseOf(n, ground.SmallCell));
        return [.. found.OrderByDescending(s => s.Days - s.Usual.Median).ThenBy(s => s.Reference, StringComparer.Ordinal)];
    }

    public static bool IsStopped(RegionNetwork network, RegionGround ground) =>
        network.Course.Now is { } now && ground.Times.FirstOrDefault(t => t.Phase == now.Phase) is { } usual
        && ground.Today.DayNumber - now.Since.DayNumber > usual.Median;

    // The order is that of the whose-turn clock: the party that stands first, then the task that is open longest.
    public static Cause CauseOf(RegionNetwork network, int smallCell)
    {
        if (network.SuspendedAt is { } suspended)
        {
            return new Cause(WaitsFor.OwnDesk, null, CountRange.Of(1, smallCell), BusinessCalendar.DayOf(suspended));
        }

        var open = network.Tasks.OrderBy(t => t.Party).ThenBy(t => t.OpenedAt).ToList();
        return open is [var first, ..]
            ? new Cause(first.Party, first.Task, CountRange.Of(open.Count(t => t.Party == first.Party && t.Task == first.Task), smallCell), BusinessCalendar.DayOf(first.OpenedAt))
            : new Cause(WaitsFor.OwnDesk, null, CountRange.Of(1, smallCell), network.Course.Now?.Since ?? network.Course.OpenedOn);
    }
}
