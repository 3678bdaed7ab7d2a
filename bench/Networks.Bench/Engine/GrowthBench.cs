using System.Diagnostics;
using System.Globalization;

namespace Networks.Bench.Engine;

/// <summary>The same steps beside a thousand finished cases and beside many, in turns: finished cases must cost nothing.</summary>
internal static class GrowthBench
{
    private const int Few = 1_000;
    private const int Open = 60;

    /// <param name="many">How many finished cases the larger database holds.</param>
    public static async Task RunAsync(int many)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var (few, fewTracks) = await MakeAsync(Store.Sqlite(Path.Combine(folder, "few.db")), Few);
            var watch = Stopwatch.StartNew();
            var (large, largeTracks) = await MakeAsync(Store.Sqlite(Path.Combine(folder, "many.db")), many);
            var mib = await large.Store.SizeAsync() / 1048576.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth-made: {many} finished cases in {watch.Elapsed.TotalSeconds:0} s, {mib:0} MiB"));
            var (fewMs, largeMs) = (new List<double>(), new List<double>());
            for (var i = 0; i < Open; i++)
            {
                fewMs.AddRange(await StepsAsync(few, fewTracks[i]));
                largeMs.AddRange(await StepsAsync(large, largeTracks[i]));
            }

            // The first cases warm up both.
            const int warm = 10 * RoundCase.Firms;
            Figures.Print($"growth-{many}-median", Figures.Percentile(largeMs.Skip(warm), 50), Figures.Percentile(fewMs.Skip(warm), 50), "ms per step");
            Figures.Print($"growth-{many}-mean", largeMs.Skip(warm).Average(), fewMs.Skip(warm).Average(), "ms per step");
            await few.DisposeAsync();
            await large.DisposeAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Ground Ground, IReadOnlyList<IReadOnlyList<Asked>> Tracks)> MakeAsync(Store store, int finished)
    {
        var ground = new Ground(store);
        var officer = await RoundCase.SeedAsync(ground);
        await RoundCase.FinishAsync(ground, officer, finished);
        var open = await RoundCase.MakeAsync(ground, officer);
        await CaseCopies.MakeAsync(ground, open, finished, Open);
        return (ground, [.. (await RoundCase.AskAsync(ground, [open])).GroupBy(a => a.Case).Select(g => g.ToList())]);
    }

    private static async Task<List<double>> StepsAsync(Ground ground, IReadOnlyList<Asked> firms)
    {
        var times = new List<double>();
        foreach (var firm in firms)
        {
            var watch = Stopwatch.StartNew();
            await ground.SendAsync(firm.Actor, firm.Answer());
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }
}
