using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R1: the service is killed at the n-th durable write of an act, started again, and told the same act once more. Nothing
/// acknowledged may be gone, nothing may be there twice or by half.
/// </summary>
internal static class KillAtWrites
{
    private const int Shortened = 60;
    private const int Whole = 1000;

    /// <summary>The world begins anew after so many points, so that checking it stays quick.</summary>
    private const int PointsInAWorld = 20;

    /// <summary>Worlds at the same time: a point waits for the start of a service, for its jobs, for the disk.</summary>
    private const int Together = 3;

    public static async Task RunAsync(Run run)
    {
        var template = await World.MakeAsync(4, 2);
        var writes = await CountAsync(template);
        var points = writes.SelectMany(w => Enumerable.Range(1, w.Value).Select(n => (Scenario: w.Key, Write: n))).ToList();
        var drawn = new List<(string Scenario, int Write)>();
        while (drawn.Count < run.Of(Shortened, Math.Max(Whole, points.Count)))
        {
            var all = points.ToArray();
            run.Dice.Shuffle(all);
            drawn.AddRange(all.Take(run.Of(Shortened, all.Length)));
        }

        run.Result.Tell($"points {drawn.Count} of {points.Count} ({string.Join(", ", writes.Select(w => $"{w.Key} {w.Value}"))})");
        await run.EachAsync(drawn.Where(point => run.Has(point.Write)).Chunk(PointsInAWorld), Together, async chunk =>
        {
            await using var scene = await KillScene.StartAsync(await template.CopyAsync(), run.Result);
            foreach (var (scenario, write) in chunk)
            {
                run.Result.Progress($"{scenario} at write {write}");
                var (died, answered) = await scene.PointAsync(scenario, $"at write {write}", async service => await Strace.KillAtAsync(service, Strace.DurableWrites, write));
                run.Result.Add("killed at the write", died ? 1 : 0);
                run.Result.Add("after the answer", died ? 0 : 1);
                run.Result.Add("unacknowledged and sent again", answered ? 0 : 1);
            }

            await scene.CloseAsync(chunk.Length);
        });
        await template.RemoveAsync();
    }

    /// <returns>How many durable writes each scenario makes.</returns>
    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(World template)
    {
        var result = new Result("R1", "counting");
        var writes = new Dictionary<string, int>();
        await using var scene = await KillScene.StartAsync(await template.CopyAsync(), result);
        foreach (var scenario in KillScene.Scenarios)
        {
            writes[scenario] = await scene.WritesAsync(scenario);
            result.Progress($"{scenario} {writes[scenario]}");
        }

        return result.Faults.Count == 0 ? writes : throw new InvalidOperationException(result.Faults[0]);
    }
}
