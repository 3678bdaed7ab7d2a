using System.Globalization;
using System.Text.RegularExpressions;
using Networks.PostgreSql.Tests.Support;
using Networks.Web.Commands;
using Networks.Web.Tests.Support;
using Npgsql;

namespace Networks.PostgreSql.Tests.Upkeep;

/// <summary><c>networks migrate</c> as processes of their own: two at once, and one that is killed half-way.</summary>
public sealed partial class TwoNodesMigrateTests : IAsyncLifetime
{
    private readonly string _name = PostgreSqlServer.FreeName();
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-pg-migrate-").FullName;
    private PostgreSqlServer _server = null!;

    private string[] Settings => ["--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={_server.ConnectionString(_name)}"];

    public async ValueTask InitializeAsync() => _server = await PostgreSqlServer.RequireAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DropAsync(_name);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_no_database_yet_when_two_nodes_migrate_at_once_then_both_end_well_and_each_step_was_done_once()
    {
        var both = await Task.WhenAll(MigrateAsync(), MigrateAsync());

        Assert.All(both, run => Assert.True(run.ExitCode == ExitCode.Done, run.Said));
        var steps = both.SelectMany(run => Step().Matches(run.Said).Select(m => m.Groups[1].Value)).ToList();
        Assert.Equal(await AppliedAsync(), steps.Order(StringComparer.Ordinal));
        await AssertRightAsync();
    }

    [Fact]
    public async Task Given_a_migration_that_is_killed_half_way_when_the_next_one_starts_then_nothing_blocks_it()
    {
        await _server.CreateEmptyAsync(_name);
        await using (var holder = new NpgsqlConnection(_server.ConnectionString(_name)))
        {
            // A table that is being made elsewhere stops the migration in the middle of its first step.
            await holder.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var make = new NpgsqlCommand("""CREATE TABLE "Counters" ("Name" text)""", holder, transaction);
            await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var killed = NetworksProcess.Started(_folder, ["migrate", .. Settings]);
            await WaitingAsync();

            await killed.KillAsync();
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        var (exitCode, said) = await MigrateAsync();

        Assert.True(exitCode == ExitCode.Done, said);
        await AssertRightAsync();
    }

    [Fact]
    public async Task Given_a_migration_that_fails_when_its_process_goes_on_then_it_holds_no_lock_any_more()
    {
        await _server.CreateEmptyAsync(_name);
        await using var other = new NpgsqlConnection(_server.ConnectionString(_name));
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var inTheWay = new NpgsqlCommand("""CREATE TABLE "Counters" ("Name" text)""", other);
        await inTheWay.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var said = new StringWriter(CultureInfo.InvariantCulture);

        await Assert.ThrowsAsync<PostgresException>(() => CommandLine.RunAsync(["migrate", .. Settings, $"--Networks:Folder={_folder}"], said, said));

        await using var locks = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", other);
        Assert.Equal(0L, await locks.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private async Task AssertRightAsync()
    {
        await using var said = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["check", .. Settings, $"--Networks:Folder={_folder}"], said, said));
        Assert.Equal(3, (await AppliedAsync()).Distinct().Count(id => id.EndsWith("_Initial", StringComparison.Ordinal) || id.EndsWith("_AddNextSteps", StringComparison.Ordinal) || id.EndsWith("_AddMailPause", StringComparison.Ordinal)));
    }

    private Task<(int ExitCode, string Said)> MigrateAsync() => NetworksProcess.EndedAsync(_folder, ["migrate", .. Settings]);

    private async Task<List<string>> AppliedAsync()
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString(_name));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    private async Task WaitingAsync()
    {
        await using var watcher = new NpgsqlConnection(_server.ConnectionString(_name));
        await watcher.OpenAsync();
        for (var i = 0; i < 400; i++)
        {
            await using var look = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", watcher);
            if (await look.ExecuteScalarAsync() is > 0L)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("the migration never came to the table");
    }

    [GeneratedRegex(@"(?m)^  (\d{14}_\w+) \d+,\d s\r?$")]
    private static partial Regex Step();
}
