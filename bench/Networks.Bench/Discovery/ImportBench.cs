using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Bench.Engine;
using Npgsql;

namespace Networks.Bench.Discovery;

/// <summary>
/// Rows a second from a file to firms with profile, consent and search terms. The peer writes the same file's rows into one
/// bare table with prepared statements in one transaction: what the disk and the database allow at all.
/// </summary>
internal static class ImportBench
{
    public static Task RunAsync(int rows) => Stores.EachAsync(async store =>
    {
        await using var ground = new Ground(store);
        var desk = (await RegisterGround.DesksAsync(ground, 1))[0];
        var file = FirmTable.Of(rows, 1_000_000, 1);
        var tried = Stopwatch.StartNew();
        var import = await RegisterGround.TriedAsync(ground, desk, file);
        tried.Stop();
        var done = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        await RegisterGround.ImportAsync(ground, import);
        done.Stop();
        var processor = Environment.CpuUsage.TotalTime - before;
        var cards = Stopwatch.StartNew();
        await RegisterGround.MakeCardsAsync(ground);
        cards.Stop();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Word}: {rows} rows; tried in {tried.Elapsed.TotalSeconds:0.0} s, imported in {done.Elapsed.TotalSeconds:0.0} s, cards in {cards.Elapsed.TotalSeconds:0.0} s; processor time of a row {processor.TotalMicroseconds / rows:0} us, most memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        Figures.Print($"import {store.Word}", rows / done.Elapsed.TotalSeconds, await (store.IsSqlite ? BareAsync(store, file, rows) : BareCopyAsync(store, file, rows)), "rows/s");
    });

    private static async Task<double> BareAsync(Store store, byte[] file, int rows)
    {
        await using var connection = new SqliteConnection(store.ConnectionString);
        await connection.OpenAsync();
        await using var table = connection.CreateCommand();
        table.CommandText = "CREATE TABLE Bare (Id INTEGER PRIMARY KEY, A, B, C, D, E, F, G, H, I, J)";
        await table.ExecuteNonQueryAsync();
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Bare (A, B, C, D, E, F, G, H, I, J) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)";
        for (var i = 0; i < 10; i++)
        {
            insert.Parameters.AddWithValue($"@{i}", "");
        }

        using var reader = new StreamReader(new MemoryStream(file));
        await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { } line)
        {
            var cells = line.Split(';');
            for (var i = 0; i < 10; i++)
            {
                insert.Parameters[i].Value = cells[i];
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return rows / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> BareCopyAsync(Store store, byte[] file, int rows)
    {
        await using var connection = (NpgsqlConnection)await store.OpenAsync();
        await using var table = connection.CreateCommand();
        table.CommandText = "CREATE TABLE bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text, b text, c text, d text, e text, f text, g text, h text, i text, j text)";
        await table.ExecuteNonQueryAsync();
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync("COPY bare (a, b, c, d, e, f, g, h, i, j) FROM STDIN (FORMAT BINARY)"))
        {
            using var reader = new StreamReader(new MemoryStream(file));
            await reader.ReadLineAsync();
            while (await reader.ReadLineAsync() is { } line)
            {
                await copy.StartRowAsync();
                foreach (var cell in line.Split(';'))
                {
                    await copy.WriteAsync(cell);
                }
            }

            await copy.CompleteAsync();
        }

        return rows / watch.Elapsed.TotalSeconds;
    }
}
