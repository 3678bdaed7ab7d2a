using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.PostgreSql.Tests.Support;
using Networks.Web;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Nodes;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Nodes;

/// <summary>What nodes must share, and how a node says that they do not.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-share-").FullName;
    private readonly List<WebApplication> _started = [];
    private Given _given = null!;
    private string _connection = "";

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _connection = await _given.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _started)
        {
            await app.DisposeAsync();
        }

        await _given.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_two_nodes_with_one_folder_then_both_are_ready_and_each_names_the_other()
    {
        var first = await StartAsync("uno", "shared");
        var second = await StartAsync("due", "shared");

        Assert.Contains("nodes: Healthy", await ReadyAsync(first), StringComparison.Ordinal);
        Assert.Contains("nodes: Healthy", await ReadyAsync(second), StringComparison.Ordinal);
        Assert.Equal((CheckState.Good, "accesi su questo database: uno, due"), await PartAsync(first));

        await second.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal((CheckState.Good, "accesi su questo database: uno"), await PartAsync(first));
    }

    [Fact]
    public async Task Given_nodes_with_folders_of_their_own_then_each_says_that_the_keys_are_not_shared()
    {
        var first = await StartAsync("uno", "a");
        var second = await StartAsync("due", "b");

        Assert.Contains("nodes: Unhealthy, il nodo due usa altre chiavi", await ReadyAsync(first), StringComparison.Ordinal);
        Assert.Contains("nodes: Unhealthy, il nodo uno usa altre chiavi", await ReadyAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_keys_in_the_database_and_two_folders_then_the_folder_is_what_is_said()
    {
        var first = await StartAsync("uno", "a", "--Networks:Keys:Place=Database");
        await StartAsync("due", "b", "--Networks:Keys:Place=Database");

        Assert.Contains("nodes: Unhealthy, il nodo due non scrive nella stessa cartella", await ReadyAsync(first), StringComparison.Ordinal);
        Assert.Equal(1, await _given.ReadAsync(db => db.SharedKeys.CountAsync()));
    }

    [Fact]
    public async Task Given_a_certificate_then_no_key_lies_in_the_clear_and_another_certificate_cannot_read_it()
    {
        string[] first = ["--Networks:Keys:Place=Database", $"--Networks:Keys:Certificate={Certificate("uno.p12")}", "--Networks:Keys:CertificatePassword=segreto"];
        string[] second = ["--Networks:Keys:Place=Database", $"--Networks:Keys:Certificate={Certificate("due.p12")}", "--Networks:Keys:CertificatePassword=segreto"];
        var one = await StartAsync("uno", "shared", first);
        await StartAsync("anche", "shared", first);
        Assert.Contains("nodes: Healthy", await ReadyAsync(one), StringComparison.Ordinal);
        Assert.All(await _given.ReadAsync(db => db.SharedKeys.Select(k => k.Xml).ToListAsync()), xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));

        var other = await StartAsync("altro", "shared", second);
        Assert.Contains("usa altre chiavi", await ReadyAsync(other), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Networks:Keys:Place=Nuvola", "commands.fault-keys-place")]
    [InlineData("--Networks:Keys:Certificate=/nowhere.p12", "commands.fault-keys-certificate")]
    public void Given_a_setting_of_the_keys_that_cannot_be_used_then_the_start_is_refused(string setting, string code) =>
        Assert.Equal(code, Assert.Throws<InstallationFaultException>(() => App("uno", "shared", setting)).Code);

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=networks", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "segreto"));
        return path;
    }

    private WebApplication App(string name, string folder, params string[] more) => NetworksApp.Create(
        [
            "--urls=http://127.0.0.1:0", $"--{JobsSetup.Setting}=false", $"--{NodesSetup.NameSetting}={name}", $"--Networks:Folder={Path.Combine(_folder, folder)}",
            "--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={_connection}", .. more,
        ],
        builder => builder.Logging.ClearProviders());

    /// <summary>Starts a node and waits until the others can see it.</summary>
    private async Task<WebApplication> StartAsync(string name, string folder, params string[] more)
    {
        var app = App(name, folder, more);
        _started.Add(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 400 && !await _given.ReadAsync(db => db.Nodes.AnyAsync(n => n.Name.StartsWith(name))); i++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        return app;
    }

    private static async Task<(CheckState State, string Text)> PartAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var part = (await scope.ServiceProvider.GetRequiredService<InstallationCheck>().RunAsync(TestContext.Current.CancellationToken)).Single(p => p.Word == "nodes");
        return (part.State, part.Text);
    }

    private static async Task<string> ReadyAsync(WebApplication app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }
}
