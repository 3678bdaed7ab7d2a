using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.FindPartners;

namespace Networks.Bench.Discovery;

/// <summary>
/// Partner search with five facets and words over generated firms of ten desks, through the whole use case: search, cards,
/// reasons. The peer is the database's own full-text query written by hand over the words alone, its facets in a table.
/// </summary>
internal static class SearchBench
{
    private const int Desks = 10;
    private const int Searches = 300;

    public static async Task RunAsync(int firms)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var store = Store.Sqlite(Path.Combine(folder, "networks.db"));
            await using var ground = new Ground(store);
            var desks = await RegisterGround.DesksAsync(ground, Desks);
            for (var i = 0; i < Desks; i++)
            {
                await RegisterGround.ImportAsync(ground, await RegisterGround.TriedAsync(ground, desks[i], FirmTable.Of(firms / Desks, 1_000_000 + (i * (firms / Desks)), i)));
            }

            var cards = Stopwatch.StartNew();
            await RegisterGround.MakeCardsAsync(ground);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{firms} firms; cards in {cards.Elapsed.TotalSeconds:0} s"));
            var id = await CaseAsync(ground, desks[0]);
            await PrepareByHandAsync(store);
            var (ours, found) = await OursAsync(ground, desks[0], id);
            var peer = await ByHandAsync(store);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} of {Searches} searches found cards; p50 {Figures.Percentile(ours, 50):0.0} ms"));
            Figures.Print("search p95", Figures.Percentile(ours, 95), Figures.Percentile(peer, 95), "ms");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<CaseId> CaseAsync(Ground ground, AssociationId desk) => await ground.WithAsync(async (_, db) =>
    {
        var id = CaseId.New(TimeProvider.System);
        var programme = await db.Programmes.Select(p => p.Id).SingleAsync();
        db.Add(new Case(id, "N-2026-0001", programme, desk, "stampi in acciaio", new DateOnly(2026, 1, 1)));
        db.Add(new EnterpriseNetwork(id, "Rete"));
        await db.SaveChangesAsync();
        return id;
    });

    private static async Task<(List<double> Times, int Found)> OursAsync(Ground ground, AssociationId desk, CaseId id)
    {
        var officer = Actor.Person(OfficerId.New(TimeProvider.System), desk, OfficerRoles.Desk);
        var times = new List<double>();
        var found = 0;
        var random = new Random(7);
        for (var i = -20; i < Searches; i++)
        {
            var facets = FacetsOf(random);
            var watch = Stopwatch.StartNew();
            var list = await ground.SendAsync(officer, new FindPartners(id, facets));
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
                found += list.Total > 0 ? 1 : 0;
            }
        }

        return (times, found);
    }

    // Common values, as desks look for them: with rare ones every search would be fast.
    private static Facets FacetsOf(Random random) => new()
    {
        Text = Pick(random, "acciaio inox", "stampi", "lamiere", "valvole ottone"),
        Division = Pick(random, "10", "11", "13", "14", "15"),
        Region = Pick(random, "01", "03", "15", "19"),
        Size = random.Next(2) == 0 ? SizeClass.Micro : SizeClass.Small,
        Capabilities = random.Next(2) == 0 ? [FacetWords.Capabilities[random.Next(3)]] : [],
        Certificates = random.Next(3) == 0 ? [FacetWords.Certificates[0]] : [],
        Provinces = [],
    };

    private static async Task PrepareByHandAsync(Store store)
    {
        await using var connection = new SqliteConnection(store.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, """
            CREATE TABLE ByHand (Id INTEGER PRIMARY KEY, Division TEXT, Province TEXT, Size TEXT, Can TEXT, Certified TEXT, Offers TEXT);
            INSERT INTO ByHand SELECT s.Number, s.Division, f.ReaProvince, p.Size, p.Capabilities, p.Certificates, p.Offers
              FROM SearchEntries s JOIN Firms f ON f.Id = s.FirmId JOIN FirmProfiles p ON p.FirmId = s.FirmId;
            CREATE INDEX IX_ByHand ON ByHand (Division, Province, Size);
            CREATE VIRTUAL TABLE ByHandText USING fts5(Offers, content='ByHand', content_rowid='Id');
            INSERT INTO ByHandText(ByHandText) VALUES ('rebuild');
            ANALYZE;
            """);
    }

    private static async Task<List<double>> ByHandAsync(Store store)
    {
        await using var connection = new SqliteConnection(store.ConnectionString);
        await connection.OpenAsync();
        var random = new Random(7);
        var times = new List<double>();
        for (var i = -20; i < Searches; i++)
        {
            var facets = FacetsOf(random);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT b.Id FROM ByHandText t JOIN ByHand b ON b.Id = t.rowid
                WHERE ByHandText MATCH $text AND b.Division = $division AND b.Province IN ('MI', 'CO', 'LC', 'MB', 'BG', 'BS') AND b.Size = $size AND b.Can LIKE $can AND b.Certified LIKE $certified
                ORDER BY t.rank LIMIT 20
                """;
            command.Parameters.AddWithValue("$text", facets.Text!.Replace(" ", " OR ", StringComparison.Ordinal));
            command.Parameters.AddWithValue("$division", facets.Division);
            command.Parameters.AddWithValue("$size", $"{facets.Size}");
            command.Parameters.AddWithValue("$can", facets.Capabilities.Count > 0 ? $"%{facets.Capabilities[0]}%" : "%");
            command.Parameters.AddWithValue("$certified", facets.Certificates.Count > 0 ? $"%{facets.Certificates[0]}%" : "%");
            var watch = Stopwatch.StartNew();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
            }

            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // text of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
