using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.PostgreSql.Tests.Support;
using Networks.Web;
using Networks.Web.Commands;
using Networks.Web.Infrastructure;
using Npgsql;

namespace Networks.PostgreSql.Tests.Upkeep;

/// <summary>A server that is not as it should be: in words from <c>check</c>, from the start and from <c>/health/ready</c>.</summary>
public sealed class SickDatabaseTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-pg-sick-").FullName;
    private readonly string _name = PostgreSqlServer.FreeName();
    private PostgreSqlServer _server = null!;
    private string _connection = "";

    public async ValueTask InitializeAsync()
    {
        _server = await PostgreSqlServer.RequireAsync();
        await _server.CreateAsync(_name);
        _connection = _server.ConnectionString(_name);
    }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DropAsync(_name) ?? Task.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_all_is_well_when_it_is_checked_then_it_says_so()
    {
        var (exitCode, said) = await CheckAsync(_connection);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("schema aggiornato (PostgreSql)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_schema_newer_than_the_program_then_it_is_refused_by_name()
    {
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('20991231000000_FromTomorrow', '10.0.0')""");

        await AssertSickAsync(_connection, "lo schema è più recente di questo programma, che non conosce l'aggiornamento 20991231000000_FromTomorrow");
    }

    [Fact]
    public async Task Given_a_migration_that_is_missing_then_migrate_is_the_cure()
    {
        await ExecuteAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%_AddMailPause'""");

        await AssertSickAsync(_connection, "mancano 1 aggiornamenti dello schema");
    }

    [Fact]
    public Task Given_a_server_that_takes_no_writes_then_it_is_said() =>
        AssertSickAsync(_connection + ";Options=-c default_transaction_read_only=on", "il database si può solo leggere");

    [Fact]
    public Task Given_a_user_that_the_server_does_not_know_then_the_user_is_to_be_corrected() =>
        AssertSickAsync(_connection.Replace("Username=postgres", "Username=nessuno", StringComparison.Ordinal), "il server del database rifiuta l'accesso");

    [Fact]
    public Task Given_a_database_that_is_not_there_then_its_name_is_to_be_corrected_or_it_is_to_be_made() =>
        AssertSickAsync(_connection.Replace("Database=made_", "Database=mai_", StringComparison.Ordinal), "sul server non c'è un database con quel nome");

    [Theory]
    [InlineData(-5, "questo orologio è indietro di")]
    [InlineData(5, "questo orologio è avanti di")]
    public async Task Given_a_clock_that_differs_from_the_servers_then_it_starts_and_is_not_ready(int seconds, string sentence)
    {
        var skewed = new SkewedClock(TimeSpan.FromSeconds(seconds));
        await using var app = App(_connection, builder => builder.Services.AddSingleton<TimeProvider>(skewed));
        using var held = await Installation.PrepareAsync(app.Services, migrate: false);
        await app.StartAsync(TestContext.Current.CancellationToken);

        var ready = await ReadyAsync(app);
        Assert.StartsWith("Unhealthy\n", ready, StringComparison.Ordinal);
        Assert.Contains($"clock: Unhealthy, {sentence}", ready, StringComparison.Ordinal);
        await using var scope = app.Services.CreateAsyncScope();
        var part = (await scope.ServiceProvider.GetRequiredService<InstallationCheck>().RunAsync(TestContext.Current.CancellationToken)).Single(p => p.Word == "clock");
        Assert.Equal(CheckState.Bad, part.State);
        Assert.StartsWith(sentence, part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_running_service_when_its_database_becomes_read_only_then_it_is_no_longer_ready_until_it_is_mended()
    {
        await using var app = App(_connection);
        using var held = await Installation.PrepareAsync(app.Services, migrate: false);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains("database: Healthy", await ReadyAsync(app), StringComparison.Ordinal);

        await ExecuteAsync($"ALTER DATABASE {_name} SET default_transaction_read_only = on");
        Assert.Contains("database: Unhealthy, il database si può solo leggere", await ReadyAsync(app), StringComparison.Ordinal);

        await ExecuteAsync($"SET default_transaction_read_only = off; ALTER DATABASE {_name} RESET default_transaction_read_only");
        Assert.Contains("database: Healthy", await ReadyAsync(app), StringComparison.Ordinal);
    }

    private async Task AssertSickAsync(string connection, string sentence)
    {
        var (exitCode, said) = await CheckAsync(connection);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains(said.Split('\n'), line => line.StartsWith("da curare ", StringComparison.Ordinal) && line.Contains(sentence, StringComparison.Ordinal));

        await using var app = App(connection);
        var fault = await Assert.ThrowsAsync<InstallationFaultException>(() => Installation.PrepareAsync(app.Services, migrate: false));
        Assert.StartsWith("Networks non parte: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);

        // Started on a good database that went wrong since.
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"database: Unhealthy, {sentence}", await ReadyAsync(app), StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Said)> CheckAsync(string connection)
    {
        await using var said = new StringWriter(CultureInfo.InvariantCulture);
        return (await CommandLine.RunAsync(["check", .. Settings(connection)], said, said), said.ToString());
    }

    private WebApplication App(string connection, Action<WebApplicationBuilder>? more = null) => NetworksApp.Create(
        [.. Settings(connection), "--urls=http://127.0.0.1:0", $"--{JobsSetup.Setting}=false"],
        builder =>
        {
            builder.Logging.ClearProviders();
            more?.Invoke(builder);
        });

    private string[] Settings(string connection) =>
        [$"--Networks:Folder={_folder}", "--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={connection}"];

    private static async Task<string> ReadyAsync(WebApplication app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
#pragma warning disable CA2100 // sentences of this file
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private sealed class SkewedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
