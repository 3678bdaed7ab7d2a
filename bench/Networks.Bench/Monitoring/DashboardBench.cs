using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Bench.Monitoring;

/// <summary>
/// The lead's picture over many networks: cold (nothing in memory), warm, and after one network has changed; the peer is
/// the same aggregate written by hand in SQL over the tables of the product.
/// </summary>
internal static class DashboardBench
{
    private const int Cold = 20;
    private const int Warm = 200;
    private const int ByHand = 8;
    private const int Changed = 60;

    public static async Task RunAsync(int networks)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var store = Store.Sqlite(Path.Combine(folder, "region.db"));
            var watch = Stopwatch.StartNew();
            Officer lead;
            await using (var made = new Ground(store))
            {
                lead = await RegionGroundMaker.MakeAsync(made, networks);
                Line("dashboard-made", watch, $"{networks} networks");
                watch.Restart();
                var brought = await made.WithAsync((services, _) => ((ProgressSweep)services.GetService(typeof(ProgressSweep))!).RunAsync(default));
                Line("dashboard-shortcut", watch, $"{brought} histories copied");
            }

            var cold = new List<double>();
            var processor = new List<double>();
            for (var i = 0; i < Cold; i++)
            {
                SqliteConnection.ClearAllPools();
                await using var fresh = new Ground(store);
                var before = Environment.CpuUsage.TotalTime;
                cold.Add(await TimeAsync(fresh, lead, new ShowRegion()));
                processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }

            await using var ground = new Ground(store);
            await TimeAsync(ground, lead, new ShowRegion());
            var (warm, list, changed, peer) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < Warm; i++)
            {
                warm.Add(await TimeAsync(ground, lead, new ShowRegion()));
                list.Add(await TimeAsync(ground, lead, new ListRegion(new RegionFilter { Stopped = true }, 1)));
            }

            for (var i = 0; i < Changed; i++)
            {
                await store.ExecuteAsync($"UPDATE \"Cases\" SET \"Version\" = \"Version\" + 1 WHERE \"Reference\" = 'N-2024-{1 + (i * 37):00000}'");
                changed.Add(await TimeAsync(ground, lead, new ShowRegion()));
            }

            var byHand = new List<double>();
            for (var i = 0; i < ByHand; i++)
            {
                watch.Restart();
                var before = Environment.CpuUsage.TotalTime;
                await RegionByHand.AskAsync(store);
                peer.Add(watch.Elapsed.TotalMilliseconds);
                byHand.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }

            Figures.Print($"dashboard-{networks}-warm-p95", Figures.Percentile(warm, 95), Figures.Percentile(peer, 95), "ms");
            Figures.Print($"dashboard-{networks}-list-p95", Figures.Percentile(list, 95), Figures.Percentile(peer, 95), "ms");
            Figures.Print($"dashboard-{networks}-after-a-change-p95", Figures.Percentile(changed, 95), Figures.Percentile(peer, 95), "ms");
            Figures.Print($"dashboard-{networks}-cold-p95", Figures.Percentile(cold, 95), Figures.Percentile(peer, 95), "ms");
            Figures.Print($"dashboard-{networks}-cold-first", cold[0], peer[0], "ms");
            Figures.Print($"dashboard-{networks}-cold-processor-median", Figures.Percentile(processor, 50), Figures.Percentile(byHand, 50), "ms");
            Figures.Print($"dashboard-{networks}-cold-median", Figures.Percentile(cold, 50), Figures.Percentile(peer, 50), "ms");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> TimeAsync<T>(Ground ground, Officer lead, MediatR.IRequest<Result<T>> request)
    {
        var watch = Stopwatch.StartNew();
        await ground.SendAsync(Actor.Of(lead), request);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Line(string name, Stopwatch watch, string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {what} in {watch.Elapsed.TotalSeconds:0.0} s"));
}
