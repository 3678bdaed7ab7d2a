using Microsoft.Data.Sqlite;

namespace Networks.Web.Tests.Support;

/// <summary>What goes wrong with a database file in the hands of disks and people.</summary>
internal static class BrokenDatabase
{
    /// <summary>Noise over a part of the file, as a bad sector leaves it.</summary>
    public static async Task OverwriteAsync(string database, long from, int length)
    {
        // What is still in the log would hide the damage.
        await ExecuteAsync(database, "PRAGMA wal_checkpoint(TRUNCATE)");
        await using var file = new FileStream(database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        Assert.True(file.Length >= from + length);
        file.Seek(from, SeekOrigin.Begin);
        var noise = new byte[length];
        new Random(4).NextBytes(noise);
        await file.WriteAsync(noise);
    }

    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
