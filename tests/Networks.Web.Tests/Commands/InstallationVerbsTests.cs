using System.Globalization;
using Networks.Web.Commands;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Commands;

/// <summary>The verbs for whoever sets the service up, on a folder of their own.</summary>
public sealed class InstallationVerbsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-verbs-").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_an_empty_folder_when_it_is_migrated_twice_then_the_second_time_there_is_nothing_to_do()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("migrate"));
        Assert.Contains("_Initial", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await RunAsync("migrate"));
        Assert.EndsWith("aggiornato.\n", _output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_migration_that_was_killed_when_it_is_run_again_then_it_ends_and_each_step_stands_in_a_line_with_its_time()
    {
        await using (var killed = NetworksProcess.Started(_folder, "migrate"))
        {
            await killed.HeardAsync(new("_Initial"));
            await killed.KillAsync();
        }

        // The worst moment for the kill, made sure of: EF's own lock row stays.
        var database = Path.Combine(_folder, "networks.db");
        await BrokenDatabase.ExecuteAsync(database, "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_AddMailPause'; DROP TABLE IF EXISTS MailPauses");
        await BrokenDatabase.ExecuteAsync(database, """
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-03-10 10:00:00')
            """);

        var (exitCode, said) = await NetworksProcess.EndedAsync(_folder, "migrate");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Matches(@"(?m)^  \d{14}_AddMailPause \d+,\d s\r?$", said);
        Assert.Equal(ExitCode.Done, await RunAsync("check"));
    }

    [Fact]
    public async Task Given_the_service_runs_when_it_is_migrated_then_it_is_refused_in_words()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(ExitCode.Failed, await CommandLine.RunAsync(["migrate", $"--Networks:Folder={app.Folder}"], _output, _errors));

        Assert.Contains("SQLite", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_plain_address_and_a_mail_server_that_is_away_when_checked_then_both_are_told_with_their_cure_and_it_fails()
    {
        await RunAsync("migrate");
        var gone = new SmtpServer();
        await gone.DisposeAsync();

        var exit = await RunAsync("check", "--Networks:Address=http://reti.example", "--Networks:Mail:Host=127.0.0.1", $"--Networks:Mail:Port={gone.Port}", "--Networks:Mail:From=a@b.example");

        Assert.Equal(ExitCode.Failed, exit);
        Assert.Contains("http://reti.example non è cifrato", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{gone.Port} non risponde", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Da curare: 2.", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[check.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_encrypted_address_when_checked_then_nothing_is_to_cure()
    {
        await RunAsync("migrate");

        Assert.Equal(ExitCode.Done, await RunAsync("check", "--Networks:Address=https://reti.example"));
        Assert.Contains("schema aggiornato", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo --urls=http://0.0.0.0:5080")]
    [InlineData("demo --urls=http://192.0.2.1:5080")]
    [InlineData("demo --as-of=domani")]
    [InlineData("demo --Networks:Database:Provider=PostgreSql")]
    public async Task Given_a_demo_that_others_could_reach_or_that_is_not_understood_then_nothing_starts(string line)
    {
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(line.Split(' '), _output, _errors));

        Assert.NotEqual("", _errors.ToString());
    }

    [Fact]
    public async Task Given_a_folder_with_something_else_when_the_demo_starts_there_then_nothing_is_touched()
    {
        var file = Path.Combine(_folder, "networks.db");
        await File.WriteAllTextAsync(file, "mio");

        Assert.Equal(ExitCode.Failed, await RunAsync("demo", "--reset", "--urls=http://127.0.0.1:0"));

        Assert.Equal("mio", await File.ReadAllTextAsync(file));
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync([.. args, $"--Networks:Folder={_folder}"], _output, _errors);
}
