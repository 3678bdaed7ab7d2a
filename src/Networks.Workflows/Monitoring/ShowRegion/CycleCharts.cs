using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>What is drawn over time, read from the history of every network.</summary>
internal static class CycleCharts
{
    /// <summary>Months that the flow goes back.</summary>
    private const int Months = 24;

    public static CycleTimes Cycle(IReadOnlyList<RegionNetwork> networks)
    {
        var (found, order) = (new List<CyclePoint>(), new List<long>());
        foreach (var network in networks)
        {
            if (network.Course.EffectOn is { } effect)
            {
                // By the day of effect, and on one day by reference, which is the order in which they come.
                order.Add(((long)effect.DayNumber << 32) + found.Count);
                found.Add(new CyclePoint(network.Id, network.Reference, effect, Math.Max(0, effect.DayNumber - network.Course.OpenedOn.DayNumber)));
            }
        }

        var points = found.ToArray();
        Array.Sort(order.ToArray(), points);
        var months = points.GroupBy(p => MonthOf(p.EffectOn)).Select(g =>
        {
            var days = g.Select(p => p.Days).Order().ToList();
            return new CycleMonth(g.Key, days.Count, At(days, 50), At(days, 85));
        }).ToList();
        var all = points.Select(p => p.Days).Order().ToList();
        return new CycleTimes(points, months, all.Count == 0 ? null : At(all, 50), all.Count == 0 ? null : At(all, 85));
    }

    public static IReadOnlyList<FlowMonth> Flow(RegionGround ground)
    {
        if (ground.Networks.Count == 0)
        {
            return [];
        }

        var last = MonthOf(ground.Today);
        var first = MonthOf(ground.Networks.Min(n => n.Course.OpenedOn));
        first = first < last.AddMonths(-Months) ? last.AddMonths(-Months) : first;
        var count = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var arrivals = new int[count, RegionCounts.Way.Count];
        foreach (var network in ground.Networks)
        {
            for (var stage = 0; stage < RegionCounts.Way.Count; stage++)
            {
                if (network.Course.Reached(RegionCounts.Way[stage]) is { } day && day <= ground.Today)
                {
                    var month = ((day.Year - first.Year) * 12) + day.Month - first.Month;
                    arrivals[Math.Max(0, month), stage]++;
                }
            }
        }

        var sums = new int[RegionCounts.Way.Count];
        var flow = new List<FlowMonth>();
        for (var i = 0; i < count; i++)
        {
            for (var stage = 0; stage < sums.Length; stage++)
            {
                sums[stage] += arrivals[i, stage];
            }

            var month = first.AddMonths(i);
            flow.Add(new FlowMonth(month, month == last ? ground.Today : month.AddMonths(1).AddDays(-1), [.. sums]));
        }

        return flow;
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The value that so many of a hundred do not exceed.</summary>
    /// <param name="sorted">Not empty.</param>
    public static int At(IReadOnlyList<int> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
