using System.Diagnostics;

namespace Networks.Bench.Engine;

/// <summary>Ours and its peers in turns, so that all meet the same moods of the machine.</summary>
internal static class Race
{
    private const int Turns = 10;

    /// <summary>The first turns warm up and do not count: a connection keeps a statement only after it was sent some times.</summary>
    private const int Warm = 2;

    /// <param name="tracks">Acts that must follow one another, e.g. those of one case; tracks are shared among the callers.</param>
    /// <param name="callers">How many act at once.</param>
    /// <param name="ways">Each does a caller's share of the acts, one after the other.</param>
    /// <returns>The pace of each way.</returns>
    public static async Task<IReadOnlyList<Pace>> RunAsync<T>(IReadOnlyList<IReadOnlyList<T>> tracks, int callers, params IReadOnlyList<Func<IReadOnlyList<T>, Task>> ways)
    {
        var took = ways.Select(_ => new List<Pace>()).ToList();
        var turns = tracks.Chunk((tracks.Count + Turns - 1) / Turns).ToList();
        foreach (var (turn, of) in turns.Index())
        {
            var shares = of.Index().GroupBy(t => t.Index % callers, t => t.Item).Select(share => share.SelectMany(t => t).ToList()).ToList();
            foreach (var (way, run) in ways.Index())
            {
                var pace = await PaceAsync(of.Sum(t => t.Count), () => TimeAsync(shares, run));
                if (turn >= Warm)
                {
                    took[way].Add(pace);
                }
            }
        }

        return [.. took.Select(Pace.Of)];
    }

    private static async Task<Pace> PaceAsync(int acts, Func<Task<TimeSpan>> run)
    {
        var before = Environment.CpuUsage.TotalTime;
        var took = await run();
        return new Pace(acts, took, Environment.CpuUsage.TotalTime - before);
    }

    public static async Task<TimeSpan> TimeAsync<T>(IReadOnlyCollection<T> callers, Func<T, Task> run)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(callers.Select(caller => Task.Run(() => run(caller))));
        return watch.Elapsed;
    }
}

/// <summary>How long so many acts took, and how much of the processors of this process: a witness that other programs disturb less.</summary>
internal sealed record Pace(int Acts, TimeSpan Took, TimeSpan Cpu)
{
    public double PerSecond => Acts / Took.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Acts;

    public static Pace Of(IReadOnlyCollection<Pace> turns) =>
        new(turns.Sum(t => t.Acts), turns.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Took), turns.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Cpu));

    /// <summary>Prints acts per second, and the processor time of one act in this process, the database's own not counted where it runs in another.</summary>
    public static void Print(string name, Pace ours, Pace peer, string unit)
    {
        Figures.Print(name, ours.PerSecond, peer.PerSecond, unit);
        Figures.Print($"{name}-cpu", ours.CpuMicroseconds, peer.CpuMicroseconds, "us");
    }
}
