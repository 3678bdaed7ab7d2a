using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Commands.DemoSeed;
using Networks.Web.Infrastructure;
using DemoVerb = Networks.Web.Commands.Demo;

namespace Networks.Web.Tests.Support;

/// <summary>The demo as <c>networks demo</c> starts it. Its story is told once for all tests; each class that looks at it has a copy.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> _told = new(TellAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-demo-").FullName;
    private WebApplication _app = null!;
    private IDisposable _held = null!;

    /// <summary>The day of the pictures: a Monday without holidays near.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 23);

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        Copy(await _told.Value, _folder);
        var address = $"http://127.0.0.1:{DemoVerb.FreePort()}";
        var clock = new DemoClock();
        clock.RunOn(AsOf);
        _app = DemoVerb.Create(new DemoFolder(_folder), address, clock, builder => builder.Logging.ClearProviders());
        _held = await Installation.PrepareAsync(_app.Services, migrate: false);
        await _app.StartAsync();
        Address = new Uri(address);
    }

    public async Task<T> ReadAsync<T>(Func<NetworksDbContext, Task<T>> read)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    /// <summary>A browser page of somebody with a role, at a desk where the role is at one.</summary>
    public async Task<IPage> PageAsync(OfficerRoles role, string desk, int width)
    {
        var page = await Browser.PageAsync(Address, width);
        var officers = await ReadAsync(db => db.Officers
            .Join(db.Associations, o => o.AssociationId, a => a.Id, (o, a) => new { o.Id, o.Roles, o.FullName, a.DeskName }).ToListAsync());
        var id = officers.Where(o => o.Roles.HasFlag(role) && o.DeskName.Contains(desk, StringComparison.Ordinal)).OrderBy(o => o.FullName).First().Id;
        await page.BecomeAsync(id.Value);
        return page;
    }

    /// <summary>A client signed in as an officer.</summary>
    public async Task<HttpClient> ClientAsync(OfficerId officer)
    {
        var client = new SessionClient(Address, new System.Net.CookieContainer());
        var answer = await client.PostFormAsync("/demo", "become", ("person", $"{officer.Value}"));
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _held.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> TellAsync()
    {
        var folder = Directory.CreateTempSubdirectory("networks-demo-told-").FullName;
        await DemoTelling.TellAsync(new DemoFolder(folder), new DemoClock(), AsOf, "http://127.0.0.1:5080", TextWriter.Null, CancellationToken.None);
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
