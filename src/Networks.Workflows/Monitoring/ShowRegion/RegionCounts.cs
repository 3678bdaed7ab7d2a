using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>The counts of the picture. Those of firms are kept back where they are small; see docs/adr/0011.</summary>
internal static class RegionCounts
{
    /// <summary>The stages of the way, closing left out.</summary>
    public static readonly IReadOnlyList<RegionState> Way = [RegionState.Intake, RegionState.Discovery, RegionState.Drafting, RegionState.Signing, RegionState.Registration, RegionState.InEffect];

    /// <summary>The stages that some network has been in: a phase that none has been in is not on the programme's way.</summary>
    public static IReadOnlyList<RegionState> Stages(IReadOnlyCollection<RegionNetwork> networks) =>
        [.. Way.Where(stage => stage is RegionState.Intake or RegionState.InEffect || networks.Any(n => n.Moments.Any(m => m.Kind == MomentKind.Phase && (RegionState)m.Phase == stage)))];

    public static IReadOnlyList<FunnelStage> Funnel(IReadOnlyCollection<RegionNetwork> networks) =>
        networks.Count == 0 ? [] : Conversion(Stages(networks), networks);

    public static IReadOnlyList<FunnelStage> Conversion(IReadOnlyList<RegionState> stages, IReadOnlyCollection<RegionNetwork> networks)
    {
        var told = new List<FunnelStage>();
        foreach (var stage in stages)
        {
            var count = networks.Count(n => n.Course.Reached(stage) is not null);
            told.Add(new FunnelStage(stage, count, told is [.., { Count: > 0 and var before }] ? Percent(count, before) : null));
        }

        return told;
    }

    public static DeskTable ByDesk(RegionGround ground)
    {
        var states = Enum.GetValues<RegionState>();
        var counts = ground.Desks.ToDictionary(d => d.Id, _ => new int[states.Length]);
        foreach (var network in ground.Networks)
        {
            if (counts.TryGetValue(network.Owner, out var row) && network.Course.StateOn(ground.Today) is { } state)
            {
                row[(int)state]++;
            }
        }

        var seen = states.Where(s => counts.Values.Any(row => row[(int)s] > 0)).ToList();
        return new DeskTable(ground.Desks, seen, [.. ground.Desks.Select(d => (IReadOnlyList<int>)[.. seen.Select(s => counts[d.Id][(int)s])])]);
    }

    public static ProvinceTable? Provinces(RegionGround ground)
    {
        var alive = ground.Networks.Where(n => n.Course.ClosedOn is null).ToList();
        var firms = new HashSet<ulong>();
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var firm in alive.SelectMany(n => n.Firms).Where(f => firms.Add(f.Key)))
        {
            sums[firm.Province] = sums.GetValueOrDefault(firm.Province) + 1;
        }

        if (firms.Count < ground.SmallCell)
        {
            return null;
        }

        var provinces = sums.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        var counts = new int[provinces.Count, 1];
        for (var r = 0; r < provinces.Count; r++)
        {
            counts[r, 0] = provinces[r].Value;
        }

        var several = alive.Where(n => n.Firms.Length > 1).ToList();
        var beyond = several.Count(n => n.Firms.Any(f => f.Province != n.Firms[0].Province));
        return new ProvinceTable(
            [.. provinces.Select(p => p.Key.Length == 0 ? null : p.Key)],
            SmallCells.Publish(counts, ground.SmallCell),
            beyond < ground.SmallCell || several.Count - beyond < ground.SmallCell ? null : Percent(beyond, several.Count));
    }

    public static int Percent(int part, int all) => (int)Math.Round(100.0 * part / all, MidpointRounding.AwayFromZero);
}
