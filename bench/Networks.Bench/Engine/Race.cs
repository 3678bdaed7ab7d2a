using System.Diagnostics;

namespace Networks.Bench.Engine;

/// <summary>Ours and the floor in turns, so that both meet the same moods of the machine.</summary>
internal static class Race
{
    /// <summary>The first turn warms up and does not count.</summary>
    private const int Turns = 5;

    /// <param name="tracks">Acts that must follow one another, e.g. those of one case; tracks are shared among the callers.</param>
    /// <param name="callers">How many act at once.</param>
    /// <param name="ours">Does one act as the product does.</param>
    /// <param name="floor">Opens a caller's way of doing one act by hand.</param>
    /// <returns>Acts per second, ours and the floor's.</returns>
    public static async Task<(double Ours, double Floor)> RunAsync<T>(
        IReadOnlyList<IReadOnlyList<T>> tracks, int callers, Func<T, Task> ours, Func<IReadOnlyList<T>, Task> floor)
    {
        var (oursTime, floorTime, acts) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        var turns = tracks.Chunk((tracks.Count + Turns - 1) / Turns).ToList();
        foreach (var (turn, of) in turns.Index())
        {
            var shares = of.Index().GroupBy(t => t.Index % callers, t => t.Item).Select(share => share.SelectMany(t => t).ToList()).ToList();
            var oursTook = await TimeAsync(shares, async share =>
            {
                foreach (var act in share)
                {
                    await ours(act);
                }
            });
            var floorTook = await TimeAsync(shares, floor);
            if (turn > 0)
            {
                (oursTime, floorTime, acts) = (oursTime + oursTook, floorTime + floorTook, acts + of.Sum(t => t.Count));
            }
        }

        return (acts / oursTime.TotalSeconds, acts / floorTime.TotalSeconds);
    }

    public static async Task<TimeSpan> TimeAsync<T>(IReadOnlyCollection<T> callers, Func<T, Task> run)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(callers.Select(caller => Task.Run(() => run(caller))));
        return watch.Elapsed;
    }
}
