using Networks.Data.Cases;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>The numbers of the picture, small ones kept back.</summary>
internal static class RegionCounts
{
    /// <summary>The stages of the way, closing left out.</summary>
    private static readonly RegionState[] _way = [RegionState.Intake, RegionState.Discovery, RegionState.Drafting, RegionState.Signing, RegionState.Registration, RegionState.InEffect];

    public static IReadOnlyList<FunnelStage> Funnel(RegionRows rows, int threshold)
    {
        if (rows.Cases.Count < threshold)
        {
            return [];
        }

        // A phase that no network of the programme has been in is not on its way.
        var furthest = rows.Cases.Select(c => Furthest(c, rows.Stays[c.Id])).ToList();
        var passed = rows.Cases.SelectMany(c => rows.Stays[c.Id].Select(s => (RegionState)s.Phase)).Append(RegionState.Intake).Append(RegionState.InEffect).ToHashSet();
        var stages = new List<FunnelStage>();
        int? before = null;
        foreach (var stage in _way.Where(passed.Contains))
        {
            var count = furthest.Count(f => f >= stage);
            int? told = count is > 0 && count < threshold ? null : count;
            stages.Add(new FunnelStage(stage, told, told is { } n && before is > 0 and var all ? (int)Math.Round(100.0 * n / all, MidpointRounding.AwayFromZero) : null));
            before = told;
        }

        return stages;
    }

    public static DeskTable? ByDesk(RegionRows rows, int threshold)
    {
        var states = Enum.GetValues<RegionState>();
        var groups = SmallCells.Groups([.. states.Select(s => rows.Cases.Count(c => StateOf(c) == s))], threshold);
        if (groups is null || rows.Cases.Count == 0)
        {
            return null;
        }

        var columns = groups.Where(g => g.Any(s => rows.Cases.Any(c => StateOf(c) == states[s]))).Select(g => (IReadOnlyList<RegionState>)[.. g.Select(s => states[s])]).ToList();
        var desks = rows.Desks.OrderBy(d => d.Value, StringComparer.CurrentCulture).ToList();
        var counts = new int[desks.Count, columns.Count];
        for (var r = 0; r < desks.Count; r++)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                counts[r, c] = rows.Cases.Count(one => one.OwnerId == desks[r].Key && columns[c].Contains(StateOf(one)));
            }
        }

        return new DeskTable([.. desks.Select(d => d.Value)], columns, SmallCells.Publish(counts, threshold));
    }

    public static ProvinceTable? Provinces(RegionRows rows, DateOnly today, int threshold)
    {
        if (rows.FirmsByProvince.Values.Sum() < threshold)
        {
            return null;
        }

        var provinces = rows.FirmsByProvince.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        var counts = new int[provinces.Count, 1];
        for (var r = 0; r < provinces.Count; r++)
        {
            counts[r, 0] = provinces[r].Value;
        }

        return new ProvinceTable(
            [.. provinces.Select(p => p.Key.Length == 0 ? null : Data.Reference.Provinces.Find(p.Key, today)?.Name ?? p.Key)],
            SmallCells.Publish(counts, threshold));
    }

    private static RegionState Furthest(RegionCase @case, IEnumerable<PhaseStay> stays) => @case.Status is CaseStatus.InEffect or CaseStatus.Ended
        ? RegionState.InEffect
        : stays.Select(s => (RegionState)s.Phase).Where(s => s < RegionState.InEffect).DefaultIfEmpty(RegionState.Intake).Max();

    private static RegionState StateOf(RegionCase @case) => @case.Status switch
    {
        CaseStatus.Open => (RegionState)@case.Phase,
        CaseStatus.InEffect => RegionState.InEffect,
        CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended => RegionState.Closed,
    };
}
