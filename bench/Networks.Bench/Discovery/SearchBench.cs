using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.FindPartners;

namespace Networks.Bench.Discovery;

/// <summary>
/// Partner search over generated firms of ten desks through the whole use case: search, cards, reasons, and what comes
/// without each part where nothing fits. The peer is the database's own full-text query written by hand.
/// </summary>
internal static class SearchBench
{
    private const int Searches = 300;

    /// <summary>The query by hand takes up to a second, so that fewer of them are measured.</summary>
    private const int SearchesByHand = 60;

    /// <param name="kept">Folder in which the firms stay for the next run; null for a folder that goes.</param>
    public static async Task RunAsync(int firms, string? kept)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("networks-bench-").FullName;
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"firms-{firms}.db"));
        try
        {
            await MeasureAsync(await SqliteAsync(file, firms));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        await using var server = await PostgreSqlServer.StartAsync();
        if (server is null)
        {
            Console.WriteLine("postgresql: skipped, not installed");
            return;
        }

        var store = await Store.PostgreSqlAsync(server, "networks");
        await MakeAsync(store, firms);
        await MeasureAsync(store);
    }

    private static async Task<Store> SqliteAsync(string file, int firms)
    {
        // Said beside it when it is whole: a database that connections still hold is not renamed under them.
        var whole = $"{file}.whole";
        if (!File.Exists(whole))
        {
            File.Delete(file);
            await MakeAsync(Store.Sqlite(file), firms);
            await File.WriteAllTextAsync(whole, "");
        }

        return Store.Sqlite(file);
    }

    private static async Task MakeAsync(Store store, int firms)
    {
        await using (var ground = new Ground(store))
        {
            await SearchGround.MakeAsync(ground, firms);
        }

        await SearchByHand.PrepareAsync(store);
    }

    private static async Task MeasureAsync(Store store)
    {
        await using var ground = new Ground(store);
        var cards = await SearchGround.CardsAsync(ground);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Word}: {cards} different cards"));
        foreach (var kind in new[] { SearchGround.Narrow, SearchGround.Usual })
        {
            var (ours, found, processor) = await OursAsync(ground, kind);
            var peer = await SearchByHand.MeasureAsync(store, kind, SearchesByHand);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{store.Word}, {kind}: {found} of {Searches} found cards; p50 {Figures.Percentile(ours, 50):0.0} ms, most {ours.Max():0.0} ms, processor time {processor / Searches:0.0} ms each"));
            Figures.Print($"search {store.Word}, {kind}, p95", Figures.Percentile(ours, 95), Figures.Percentile(peer, 95), "ms");
        }
    }

    private static async Task<(List<double> Times, int Found, double Processor)> OursAsync(Ground ground, string kind)
    {
        var (id, desk) = await SearchGround.OpenAsync(ground);
        var officer = Actor.Person(OfficerId.New(TimeProvider.System), desk, OfficerRoles.Desk);
        var times = new List<double>();
        var found = 0;
        var random = new Random(7);
        var before = TimeSpan.Zero;
        for (var i = -20; i < Searches; i++)
        {
            before = i == 0 ? Environment.CpuUsage.TotalTime : before;
            var facets = SearchGround.FacetsOf(kind, random);
            var watch = Stopwatch.StartNew();
            var list = await ground.SendAsync(officer, new FindPartners(id, facets));
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
                found += list.Total > 0 ? 1 : 0;
            }
        }

        return (times, found, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }
}
