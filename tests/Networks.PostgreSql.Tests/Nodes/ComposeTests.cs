using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Nodes;

/// <summary>The program with the environment that <c>deploy/compose.postgresql.yaml</c> gives it; only places are this machine's.</summary>
public sealed partial class ComposeTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-compose-").FullName;
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public async ValueTask DisposeAsync()
    {
        await _given.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_the_environment_of_the_compose_file_then_the_program_starts_with_it_and_is_ready()
    {
        var environment = Environment();
        Assert.Equal("https://networks.example", environment["Networks__Address"]);
        environment["Networks__Folder"] = _folder;
        environment["Networks__Keys__Certificate"] = Certificate();
        environment["Networks__Database__ConnectionString"] = await _given.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));

        await using var service = await NetworksProcess.ListeningInAsync(environment, _folder, "serve");

        using var client = service.Client(new CookieContainer());
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        var told = await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("database: Healthy", told, StringComparison.Ordinal);
        Assert.Contains("nodes: Healthy", told, StringComparison.Ordinal);
        Assert.All(await _given.ReadAsync(db => db.SharedKeys.Select(k => k.Xml).ToListAsync()), xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));
    }

    // As the compose program reads it: variables from .env, an empty one where it may be missing.
    private static Dictionary<string, string> Environment()
    {
        var given = new Dictionary<string, string> { ["NETWORKS_HOST"] = "networks.example", ["NETWORKS_DATABASE_PASSWORD"] = "segreto", ["NETWORKS_KEYS_PASSWORD"] = "segreto", ["NETWORKS_MAIL_FROM"] = "desk@networks.example" };
        var text = File.ReadAllText(Path.Combine(Root(), "deploy", "compose.postgresql.yaml"));
        return Setting().Matches(text).ToDictionary(m => m.Groups[1].Value, m => Use().Replace(m.Groups[2].Value, use => given.GetValueOrDefault(use.Groups[1].Value, "")));
    }

    private string Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=networks", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var path = Path.Combine(_folder, "keys.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "segreto"));
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Networks.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^ +(Networks__\w+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\$\{([A-Z_]+):[^}]*\}")]
    private static partial Regex Use();
}
