using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data.Sqlite;
using Networks.Web.Infrastructure;

namespace Networks.Web.Tests.Support;

/// <summary>The real service on a free loopback port, with a folder of its own that goes away with it.</summary>
public sealed class App : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> _empty = new(MakeEmptyAsync);

    // Where the clock is the real one, no test's mail may wait for Monday.
    private static readonly string[] _anyDay =
        [$"--{MailRulesSetup.WeekendsSetting}=false", $"--{MailRulesSetup.HolidaysSetting}=false", $"--{MailRulesSetup.HoursSetting}=none"];

    private readonly WebApplication _app;
    private readonly IDisposable _held;
    private readonly List<Func<Task>> _endings = [];

    private App(WebApplication app, IDisposable held, string folder)
    {
        _app = app;
        _held = held;
        Folder = folder;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>Database, files and keys.</summary>
    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="more">Replaces parts (mail, clock) or adds settings.</param>
    /// <param name="prepare">Runs on the built application before it listens, e.g. to make the database.</param>
    /// <param name="folder">One that is there already; null makes a new one.</param>
    /// <param name="jobs">Whether mails and timers go by themselves, in the middle of the test.</param>
    /// <param name="settings">More settings, as <c>--Key=value</c>.</param>
    public static async Task<App> StartAsync(
        Action<WebApplicationBuilder>? more = null, Func<WebApplication, Task>? prepare = null, bool jobs = false, string? folder = null, params IReadOnlyList<string> settings)
    {
        folder ??= await NewFolderAsync();
        var app = NetworksApp.Create(["--urls=http://127.0.0.1:0", $"--{JobsSetup.Setting}={jobs}", $"--Networks:Folder={folder}", .. _anyDay, .. settings], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.ConfigureDbContext<SqliteNetworksDbContext>(options => options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning)));
            more?.Invoke(builder);
        });
        var held = await Installation.PrepareAsync(app.Services, migrate: false);
        if (prepare is not null)
        {
            await prepare(app);
        }

        await app.StartAsync();
        return new App(app, held, folder);
    }

    // Every test has its own database; the tables in it are made once and copied.
    private static async Task<string> NewFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("networks-web-").FullName;
        File.Copy(await _empty.Value, Path.Combine(folder, "networks.db"));
        return folder;
    }

    private static async Task<string> MakeEmptyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("networks-web-empty-").FullName;
        await using var app = NetworksApp.Create([$"--{JobsSetup.Setting}=false", $"--Networks:Folder={folder}"], builder => builder.Logging.ClearProviders());
        (await Installation.PrepareAsync(app.Services, migrate: false)).Dispose();
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "networks.db");
    }

    /// <summary>A client that keeps cookies and shows redirects instead of following them.</summary>
    public SessionClient Client() => new(Address, new CookieContainer());

    /// <summary>What lives no longer than the service, such as a browser's page on it.</summary>
    public void BeforeEnd(Func<Task> end) => _endings.Add(end);

    public async ValueTask DisposeAsync()
    {
        foreach (var end in _endings)
        {
            await end();
        }

        await _app.DisposeAsync();
        _held.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
