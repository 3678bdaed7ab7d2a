using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Networks.Web.Commands;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Upkeep;

/// <summary>A database that cannot be served from: said by <c>check</c>, refused by <c>serve</c> in one line, never a stack trace.</summary>
public sealed class BrokenDatabaseTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-broken-").FullName;

    private string Database => Path.Combine(_folder, "networks.db");

    public async ValueTask InitializeAsync() => Assert.Equal(ExitCode.Done, (await RunAsync("migrate")).ExitCode);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Given_a_file_that_is_no_database_then_it_is_never_served()
    {
        await OverwriteAsync(0, 16);

        await AssertRefusedAsync("il database è danneggiato");
    }

    [Fact]
    public async Task Given_a_damaged_page_in_the_middle_then_it_is_never_served()
    {
        await OverwriteAsync(5 * 4096, 4096);

        await AssertRefusedAsync("il database è danneggiato");
    }

    [Fact]
    public async Task Given_a_schema_newer_than_the_program_then_it_is_named_and_neither_served_nor_migrated()
    {
        await BrokenDatabase.ExecuteAsync(Database, "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_FromTomorrow', '10.0.0')");

        await AssertRefusedAsync("20991231000000_FromTomorrow");
        var (exitCode, said) = await RunAsync("migrate");
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("Lo schema non viene aggiornato: lo schema è più recente", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_running_case_whose_version_has_no_class_then_it_is_named_and_not_served()
    {
        await BrokenDatabase.ExecuteAsync(Database, "PRAGMA foreign_keys = OFF; INSERT INTO Processes (Id, CaseId, Name, Version, Status) VALUES (randomblob(16), randomblob(16), 'form-network', 9, 'Running')");

        await AssertRefusedAsync("pratiche in corso (1) che seguono la versione 9 della procedura form-network");
    }

    [Fact]
    public async Task Given_a_finished_case_whose_version_has_no_class_then_the_service_starts()
    {
        await BrokenDatabase.ExecuteAsync(Database, "PRAGMA foreign_keys = OFF; INSERT INTO Processes (Id, CaseId, Name, Version, Status) VALUES (randomblob(16), randomblob(16), 'form-network', 9, 'Completed')");

        Assert.Contains("schema aggiornato", (await RunAsync("check")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_migration_that_is_missing_then_migrate_is_named_as_the_cure()
    {
        await BrokenDatabase.ExecuteAsync(Database, "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_AddMailPause'");

        await AssertRefusedAsync("mancano 1 aggiornamenti dello schema");
    }

    [Fact]
    public async Task Given_a_database_that_can_only_be_read_then_the_right_to_write_is_asked_for()
    {
        // Root may write whatever the file's rights say, so the connection says it as well.
        File.SetAttributes(Database, FileAttributes.ReadOnly);

        await AssertRefusedAsync("il database si può solo leggere", $"--Networks:Database:ConnectionString=Data Source={Database};Mode=ReadOnly");
    }

    [Theory]
    [InlineData("ConnectionString non si può leggere", "--Networks:Database:ConnectionString=Percorso sbagliato")]
    [InlineData("ConnectionString non si può leggere", "--Networks:Database:Provider=PostgreSql", "--Networks:Database:ConnectionString=Server=x;Porta=5432")]
    [InlineData("ConnectionString non si può leggere", "--Networks:Database:Provider=SqlServer", "--Networks:Database:ConnectionString=Server=x;Porta=5432")]
    [InlineData("Manca Networks:Database:ConnectionString", "--Networks:Database:Provider=PostgreSql")]
    [InlineData("\"Oracle\", che non è un database conosciuto", "--Networks:Database:Provider=Oracle")]
    [InlineData("il file del database non si può aprire", "--Networks:Database:ConnectionString=Data Source=/dev")]
    [InlineData("La cartella /dev/null/dati non si può usare", "--Networks:Folder=/dev/null/dati")]
    public async Task Given_settings_that_are_wrong_then_the_setting_is_named(string sentence, params string[] settings)
    {
        var (exitCode, said) = await RunAsync("check", settings);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Contains("da curare", said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, (await RunAsync("serve", [.. settings, "--urls=http://127.0.0.1:0"])).ExitCode);
    }

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port={0};Username=reti;Password=segreta-davvero")]
    [InlineData("SqlServer", "Server=127.0.0.1,{0};User Id=reti;Password=segreta-davvero;Encrypt=false")]
    public async Task Given_a_server_that_is_away_then_it_is_said_without_the_password(string provider, string connection)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await AssertRefusedAsync("il database non risponde", $"--Networks:Database:Provider={provider}", $"--Networks:Database:ConnectionString={string.Format(CultureInfo.InvariantCulture, connection, port)}");
    }

    private async Task AssertRefusedAsync(string sentence, params string[] settings)
    {
        var check = await RunAsync("check", settings);
        Assert.Equal(ExitCode.Failed, check.ExitCode);
        Assert.Contains(check.Said.Split('\n'), line => line.StartsWith("da curare ", StringComparison.Ordinal) && line.Contains(sentence, StringComparison.Ordinal));

        var (exitCode, said) = await NetworksProcess.EndedAsync(_folder, ["serve", .. settings]);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.StartsWith("Networks non parte: ", said, StringComparison.Ordinal);
        Assert.Contains(sentence, Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("segreta", check.Said + said, StringComparison.Ordinal);
    }

    private Task OverwriteAsync(long from, int length) => BrokenDatabase.OverwriteAsync(Database, from, length);

    private async Task<(int ExitCode, string Said)> RunAsync(string verb, params string[] settings)
    {
        await using var said = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = await CommandLine.RunAsync([verb, $"--Networks:Folder={_folder}", .. settings], said, said);
        SqliteConnection.ClearAllPools();
        return (exitCode, said.ToString());
    }
}
