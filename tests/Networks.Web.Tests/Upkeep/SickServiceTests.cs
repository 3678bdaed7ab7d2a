using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Commands;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Upkeep;

/// <summary>What becomes wrong while the service runs is in <c>/health/ready</c>, with its cure.</summary>
public sealed class SickServiceTests
{
    [Fact]
    public async Task Given_a_running_service_when_its_file_is_damaged_then_it_is_no_longer_ready_and_the_log_says_why()
    {
        var folder = Directory.CreateTempSubdirectory("networks-sick-").FullName;
        await using (var service = await NetworksProcess.ListeningAsync(folder, "serve", "--Networks:Jobs=false"))
        {
            using var client = service.Client(new CookieContainer());
            Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(client)).Status);

            await BrokenDatabase.OverwriteAsync(Path.Combine(folder, "networks.db"), 0, 4096);
            var (status, words) = await ReadyAsync(client);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("database: Unhealthy, il database è danneggiato", words, StringComparison.Ordinal);
            Assert.Contains("liveness: Unhealthy, non si può guardare finché", words, StringComparison.Ordinal);
            await service.HeardAsync(new("il database è danneggiato"));
            Assert.DoesNotContain("   at ", service.Said, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Given_a_database_that_is_away_when_somebody_signed_in_asks_for_a_page_then_it_says_so_with_its_number()
    {
        // A file that is kept open would answer although it was moved.
        await using var desk = await DeskApp.StartAsync(builder => builder.Configuration[DataSetup.ConnectionSetting] =
            $"Data Source={Path.Combine(DataSetup.FolderOf(builder.Configuration), "networks.db")};Pooling=False");
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var file = Path.Combine(desk.App.Folder, "networks.db");
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);

        var answer = await client.GetAsync(new Uri("/networks", UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Matches("<b data-error-number>[0-9A-F]{4}-[0-9A-F]{4}</b>", html);
    }

    [Fact]
    public async Task Given_a_page_that_is_damaged_later_then_the_next_look_at_the_whole_file_finds_it()
    {
        var clock = Given.StartingClock();
        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var client = app.Client();
        await ReadyAsync(client);
        await BrokenDatabase.OverwriteAsync(Path.Combine(app.Folder, "networks.db"), 40 * 4096, 4096);

        clock.Advance(WholeLooks.Pause);

        Assert.Contains("database: Unhealthy, il database è danneggiato", (await ReadyAsync(client)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_another_program_that_brought_the_schema_further_then_it_is_no_longer_ready()
    {
        await using var app = await App.StartAsync();
        using var client = app.Client();
        await BrokenDatabase.ExecuteAsync(Path.Combine(app.Folder, "networks.db"), "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_FromTomorrow', '10.0.0')");

        var (status, words) = await ReadyAsync(client);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("non conosce l'aggiornamento 20991231000000_FromTomorrow", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SqliteSizeLimit.Setting, "2", "database: Unhealthy, nel database non c'è più posto")]
    [InlineData(DataFolder.SpareSetting, "9000000000000000000", "folder: Unhealthy, sul disco di")]
    public async Task Given_no_room_is_left_then_it_starts_for_reading_and_says_so(string setting, string limit, string sentence)
    {
        await using var app = await App.StartAsync();
        app.Services.GetRequiredService<IConfiguration>()[setting] = limit;
        using var client = app.Client();

        var (status, words) = await ReadyAsync(client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(sentence, words, StringComparison.Ordinal);

        await using var said = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(ExitCode.Failed, await CommandLine.RunAsync(["check", $"--Networks:Folder={app.Folder}", $"--{setting}={limit}"], said, said));
        Assert.Contains(sentence.Split(", ")[1], said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_service_runs_when_it_is_checked_then_nothing_is_wrong_and_it_is_told_that_there_can_be_one_only()
    {
        await using var app = await App.StartAsync();
        await using var said = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["check", $"--Networks:Folder={app.Folder}"], said, said));

        Assert.Contains("SQLite ne ammette uno solo", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Words)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
