using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Web.Commands;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Databases;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Upkeep;

/// <summary>The log beside the embedded database's file.</summary>
public sealed class EmbeddedLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-log-").FullName;

    private string File => Path.Combine(_folder, "networks.db");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

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
    public async Task Given_a_new_installation_when_it_was_migrated_and_started_then_acts_go_into_the_log_and_each_is_flushed()
    {
        await using var said = new StringWriter();
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["migrate", $"--Networks:Folder={_folder}"], said, said));

        await using var app = await App.StartAsync(folder: _folder);

        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Database;
        Assert.Equal("wal", await database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken));
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
