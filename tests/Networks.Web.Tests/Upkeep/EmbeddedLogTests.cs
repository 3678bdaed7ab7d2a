using Microsoft.Data.Sqlite;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Databases;

namespace Networks.Web.Tests.Upkeep;

/// <summary>The log beside the embedded database's file.</summary>
public sealed class EmbeddedLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-log-").FullName;

    private string File => Path.Combine(_folder, "networks.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Given_a_file_without_a_log_when_it_is_turned_on_then_the_file_remembers_it()
    {
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await EmbeddedLog.TurnOnAsync(connection, TestContext.Current.CancellationToken);
        }

        await using var later = new SqliteConnection($"Data Source={File};Pooling=False");
        await later.OpenAsync(TestContext.Current.CancellationToken);
        await using var mode = new SqliteCommand("PRAGMA journal_mode", later);
        Assert.Equal("wal", await mode.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Given_a_disk_that_allows_no_log_beside_the_file_then_it_is_told_with_the_cure()
    {
        // As on a network folder, there is no memory that processes share.
        await using var connection = new SqliteConnection($"Data Source=file:{File}?vfs=unix-none;Pooling=False");

        var told = await Assert.ThrowsAsync<InstallationFaultException>(() => EmbeddedLog.TurnOnAsync(connection, TestContext.Current.CancellationToken));

        Assert.Equal("commands.fault-log", told.Code);
        Assert.Contains("disco di questo computer", told.Message, StringComparison.Ordinal);
    }
}
