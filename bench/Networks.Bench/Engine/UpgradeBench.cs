using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Networks.Bench.Engine;

/// <summary>
/// <c>networks migrate</c> on the kept database of each release, grown until it holds so many events of cases. The peer
/// reads and writes the whole file once (<c>VACUUM INTO</c>): what no update that rebuilds tables can undercut.
/// </summary>
internal static class UpgradeBench
{
    // What belongs to a case and may stand there many times, with all that hangs on it by its number.
    private static readonly string[] _tables =
        ["Cases", "EnterpriseNetworks", "Processes", "Scopes", "WorkItems", "Timers", "Participants", "Duties", "NextSteps", "Filings", "Drafts", "CaseEvents", "Outbox"];

    /// <param name="events">Rows of histories, at least.</param>
    /// <param name="ours">The program.</param>
    /// <param name="releases">Folder of the kept copies, <c>v0.1.0.zip</c> and so on.</param>
    public static async Task RunAsync(int events, string ours, string releases)
    {
        foreach (var release in Directory.GetFiles(releases, "v*.zip").Order(StringComparer.Ordinal))
        {
            var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
            try
            {
                var database = Path.Combine(folder, "networks.db");
                await using (var copy = await ZipFile.OpenReadAsync(release))
                {
                    await copy.GetEntry("database")!.ExtractToFileAsync(database);
                }

                var peer = await GrownAsync(database, events, Path.Combine(folder, "peer.db"));
                var took = await Verb.TimeAsync(ours, "migrate", $"--Networks:Folder={folder}");
                Figures.Print($"upgrade-{Path.GetFileNameWithoutExtension(release)}", took.TotalSeconds, peer.TotalSeconds, "s");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<TimeSpan> GrownAsync(string database, int events, string peer)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await DoAsync(connection, "PRAGMA synchronous = OFF");
        await DoAsync(connection, "CREATE TEMP TABLE \"Known\" (\"Id\" TEXT PRIMARY KEY)");
        foreach (var table in _tables)
        {
            if ((await ColumnsAsync(connection, table)).Contains("Id"))
            {
                await DoAsync(connection, $"INSERT INTO \"Known\" SELECT \"Id\" FROM \"{table}\"");
            }
        }

        var times = events / Convert.ToInt32(await AskAsync(connection, "SELECT count(*) FROM \"CaseEvents\""), CultureInfo.InvariantCulture);
        foreach (var table in _tables)
        {
            await DoAsync(connection, await MultiplyAsync(connection, table, times));
        }

        var counts = await AskAsync(connection, "SELECT (SELECT count(*) FROM \"CaseEvents\") || ' events, ' || (SELECT count(*) FROM \"Cases\") || ' cases, ' || (SELECT count(*) FROM \"WorkItems\") || ' tasks, orphans ' || (SELECT count(*) FROM pragma_foreign_key_check)");
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts}, {new FileInfo(database).Length >> 20} MiB"));
        await DoAsync(connection, "PRAGMA synchronous = FULL");
        var clock = Stopwatch.StartNew();
        await DoAsync(connection, $"VACUUM INTO '{peer}'");
        return clock.Elapsed;
    }

    // Each copy of a row has numbers of its own: the first eight digits of every number that we know are the copy's.
    private static async Task<string> MultiplyAsync(SqliteConnection connection, string table, int times)
    {
        var columns = await ColumnsAsync(connection, table);
        var values = columns.Select(column => column == "Reference"
            ? $"s.\"{column}\" || '-' || n"
            : $"CASE WHEN s.\"{column}\" IN (SELECT \"Id\" FROM \"Known\") THEN printf('%08X', n) || substr(s.\"{column}\", 9) ELSE s.\"{column}\" END");
        return $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < {times.ToString(CultureInfo.InvariantCulture)})
            SELECT {string.Join(", ", values)} FROM k, "{table}" s
            """;
    }

    private static async Task<List<string>> ColumnsAsync(SqliteConnection connection, string table)
    {
        var columns = new List<string>();
        await using var command = Command(connection, $"SELECT name FROM pragma_table_info('{table}')");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            columns.Add(rows.GetString(0));
        }

        return columns;
    }

    private static async Task DoAsync(SqliteConnection connection, string text)
    {
        await using var command = Command(connection, text);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> AskAsync(SqliteConnection connection, string text)
    {
        await using var command = Command(connection, text);
        return await command.ExecuteScalarAsync();
    }

#pragma warning disable CA2100 // the bench's own words
    private static SqliteCommand Command(SqliteConnection connection, string text) => new(text, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
}
