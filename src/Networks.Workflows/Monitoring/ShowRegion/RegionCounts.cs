using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>The counts of networks; those of firms are in <see cref="RegionProvinces"/>.</summary>
internal static class RegionCounts
{
    /// <summary>The stages of the way, closing left out.</summary>
    public static readonly IReadOnlyList<RegionState> Way = [RegionState.Intake, RegionState.Discovery, RegionState.Drafting, RegionState.Signing, RegionState.Registration, RegionState.InEffect];

    /// <summary>The stages that some network has been in: a phase that none has been in is not on the programme's way.</summary>
    public static IReadOnlyList<RegionState> Stages(IReadOnlyCollection<RegionNetwork> networks) =>
        [.. Way.Where(stage => stage is RegionState.Intake or RegionState.InEffect || networks.Any(n => n.HasBeenIn(stage)))];

    public static IReadOnlyList<FunnelStage> Funnel(IReadOnlyCollection<RegionNetwork> networks) =>
        networks.Count == 0 ? [] : Conversion(Stages(networks), networks);

    public static IReadOnlyList<FunnelStage> Conversion(IReadOnlyList<RegionState> stages, IReadOnlyCollection<RegionNetwork> networks)
    {
        var counts = new int[(int)RegionState.Closed];
        foreach (var network in networks)
        {
            for (var stage = 0; stage < counts.Length; stage++)
            {
                counts[stage] += network.Course.Reached((RegionState)stage) is null ? 0 : 1;
            }
        }

        var told = new List<FunnelStage>();
        foreach (var stage in stages)
        {
            var count = counts[(int)stage];
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

        // A desk of which nothing is known is named beside the table; zeros would say that it has none.
        var desks = ground.Desks.Where(d => counts[d.Id].Any(c => c > 0)).ToList();
        return new DeskTable(desks, seen, [.. desks.Select(d => (IReadOnlyList<int>)[.. seen.Select(s => counts[d.Id][(int)s])])]);
    }

    public static int Percent(int part, int all) => (int)Math.Round(100.0 * part / all, MidpointRounding.AwayFromZero);
}
