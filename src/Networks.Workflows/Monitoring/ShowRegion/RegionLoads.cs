using Networks.Data.Work;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>What each desk has in hand.</summary>
internal static class RegionLoads
{
    public static IReadOnlyList<DeskLoad> Of(RegionGround ground)
    {
        var loads = ground.Desks.ToDictionary(d => d.Id, _ => new int[4]);
        foreach (var network in ground.Networks.Where(n => n.Course.Now is not null))
        {
            if (loads.TryGetValue(network.Owner, out var own))
            {
                own[0]++;
            }

            foreach (var tasks in network.Tasks.GroupBy(t => t.Desk))
            {
                if (loads.TryGetValue(tasks.Key, out var load))
                {
                    load[1] += tasks.Any(IsDesks) ? 1 : 0;
                    load[2] += tasks.Any(t => IsDesks(t) && t.DueOn < ground.Today) ? 1 : 0;
                    load[3] += tasks.Any(t => t.Party == WaitsFor.Firm) ? 1 : 0;
                }
            }
        }

        var silent = ground.Silent.ToHashSet();
        return [.. ground.Desks.Where(d => !silent.Contains(d) || loads[d.Id].Any(n => n > 0)).Select(d => new DeskLoad(d, loads[d.Id][0], loads[d.Id][1], loads[d.Id][2], loads[d.Id][3]))];
    }

    public static bool IsDesks(RegionTask task) => task.Party is WaitsFor.OwnDesk or WaitsFor.OtherDesk;
}
