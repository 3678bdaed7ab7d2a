using System.Net;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;
using Networks.Web;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Faults.Support;

/// <summary>A database with a desk, its firms and its networks, the keys and files beside it, and a session of its officer.</summary>
internal sealed partial class World
{
    private static int _copies;

    private World(string folder, PostgreSqlServer? server, string? database)
    {
        Folder = folder;
        Server = server;
        Database = database;
    }

    /// <summary>Keys and files, and the embedded database where there is no server.</summary>
    public string Folder { get; }

    public PostgreSqlServer? Server { get; }

    /// <summary>Name of the database on the server.</summary>
    public string? Database { get; }

    public IReadOnlyList<Cookie> Session { get; private set; } = [];

    /// <summary>Proof of the session's forms; good for every page and as long as the keys.</summary>
    public string Forgery { get; private set; } = "";

    public IReadOnlyList<SeededCase> Cases { get; private set; } = [];

    /// <summary>How a service is told of this world. Its officer signs in once, and a row takes hours.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--Networks:Folder={Folder}", "--Networks:Session:IdleMinutes=720",
        .. Server is null ? (string[])[] : ["--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={Server.ConnectionString(Database!)}"],
    ];

    /// <param name="cases">Networks with an open round.</param>
    /// <param name="firms">Firms in each.</param>
    /// <param name="server">Null for the embedded database.</param>
    /// <param name="clock">When all this happens; null for now.</param>
    /// <param name="lastDay">Of the rounds; null for three weeks.</param>
    public static async Task<World> MakeAsync(int cases, int firms, PostgreSqlServer? server = null, TimeProvider? clock = null, DateOnly? lastDay = null)
    {
        var world = new World(Leftovers.Folder(), server, NameOn(server));
        if (server is not null)
        {
            await server.ExecuteAsync($"CREATE DATABASE {world.Database}");
        }

        await world.InsideAsync(clock ?? TimeProvider.System, async app =>
        {
            var seed = new Seed(app.Services, clock ?? TimeProvider.System, lastDay);
            var officer = await seed.DeskAsync(cases * firms);
            await world.SignInAsync(app, officer);
            world.Cases = await seed.CasesAsync(officer, cases, firms);
        });
        return world;
    }

    /// <summary>A row once on the embedded database and once on a server of its own.</summary>
    /// <param name="row">Is given the server; null for the embedded database.</param>
    /// <exception cref="NotHereException">PostgreSQL is not installed.</exception>
    public static async Task OnBothAsync(Func<PostgreSqlServer?, Task> row)
    {
        await row(null);
        await using var server = await PostgreSqlServer.StartAsync();
        await row(server);
    }

    /// <summary>What lies in a folder already, on the embedded database.</summary>
    public static World At(string folder) => new(folder, null, null);

    /// <summary>The same rows, files and keys once more.</summary>
    public Task<World> CopyAsync() => CopyToAsync(Leftovers.Folder());

    public async Task<World> CopyToAsync(string folder)
    {
        SqliteConnection.ClearAllPools();
        var copy = new World(folder, Server, NameOn(Server)) { Session = Session, Forgery = Forgery, Cases = Cases };
        await Command.RunAsync("cp", "-r", $"{Folder}/.", copy.Folder);
        if (Server is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await Server.ExecuteAsync($"CREATE DATABASE {copy.Database} TEMPLATE {Database}");
        }

        return copy;
    }

    /// <summary>The same world with a session of the same officer that begins at another time. No service may run in it.</summary>
    public async Task<World> SignedInAsync(TimeProvider clock)
    {
        World? other = null;
        await InsideAsync(clock, async app => other = await SignedInAsync(app, null));
        return other!;
    }

    /// <summary>The same world with a session of an officer.</summary>
    /// <param name="desk">Whose officer; null for the only one.</param>
    public async Task<World> SignedInAsync(WebApplication app, AssociationId? desk)
    {
        var other = new World(Folder, Server, Database) { Cases = Cases };
        await using var scope = app.Services.CreateAsyncScope();
        var officers = await scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Officers.OrderBy(o => o.FullName).ToListAsync();
        await other.SignInAsync(app, officers.First(o => o.Roles.HasFlag(OfficerRoles.Desk) && (desk == null || o.AssociationId == desk)));
        return other;
    }

    /// <summary>The service of this world within this process, with its jobs: warm, for what need not be a process of its own.</summary>
    public Task ServedAsync(Func<WebApplication, Task> act) => InsideAsync(TimeProvider.System, act, jobs: true);

    /// <summary>Asks, or changes, the database as an observer. Where a node locks the same rows, PostgreSQL may break off the observer's statement, which is then given again.</summary>
    public async Task<T> ReadAsync<T>(Func<NetworksDbContext, Task<T>> read)
    {
        await using NetworksDbContext db = Server is null
            ? new SqliteNetworksDbContext(new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite($"Data Source={Path.Combine(Folder, "networks.db")};Pooling=False;Default Timeout=60").Options)
            : new PostgreSqlNetworksDbContext(new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>().UseNpgsql(Server.ConnectionString(Database!), npgsql => npgsql.EnableRetryOnFailure()).Options);
        return await read(db);
    }

    public Task<Service> StartAsync(IEnumerable<string>? more = null, IReadOnlyDictionary<string, string>? environment = null) =>
        Service.StartAsync(Folder, [.. Settings, .. more ?? []], environment);

    public async Task RemoveAsync()
    {
        if (Server is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await Server.ExecuteAsync($"DROP DATABASE {Database} WITH (FORCE)");
        }

        Leftovers.Delete(Folder);
    }

    /// <summary>An empty machine of the same kind: nothing in its folder, and nothing in its database on the same server.</summary>
    public async Task<World> EmptyAsync()
    {
        var empty = new World(Leftovers.Folder(), Server, NameOn(Server));
        if (Server is not null)
        {
            await Server.ExecuteAsync($"CREATE DATABASE {empty.Database}");
        }

        return empty;
    }

    private static string? NameOn(PostgreSqlServer? server) => server is null ? null : $"world_{Interlocked.Increment(ref _copies)}";

    // The service itself, in this process; without its jobs it writes what the world begins with.
    private async Task InsideAsync(TimeProvider clock, Func<WebApplication, Task> act, bool jobs = false)
    {
        await using (var app = NetworksApp.Create(["--urls=http://127.0.0.1:0", $"--{JobsSetup.Setting}={jobs}", .. Settings], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(clock);
            builder.Services.AddSingleton(RunMode.Demonstration);
        }))
        {
            using var held = await Installation.PrepareAsync(app.Services, migrate: true);
            await app.StartAsync();
            await act(app);
            await app.StopAsync();
        }

        SqliteConnection.ClearAllPools();
    }

    private async Task SignInAsync(WebApplication app, Officer officer)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            if (await accounts.FindByEmailAsync(officer.Email) is null)
            {
                await accounts.CreateAsync(new Account { Id = officer.Id.Value, UserName = officer.Email, Email = officer.Email });
            }
        }

        var cookies = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(app.Urls.Single()), Timeout = Patience.OfRequests };
        var proof = await ProofAsync(client, "/demo");
        using var form = new FormUrlEncodedContent([new("_handler", "become"), new("__RequestVerificationToken", proof), new("person", $"{officer.Id.Value}")]);
        using var answer = await client.PostAsync(new Uri("/demo", UriKind.Relative), form);
        Forgery = await ProofAsync(client, "/networks/new");
        Session = [.. cookies.GetAllCookies().Cast<Cookie>()];
    }

    private static async Task<string> ProofAsync(HttpClient client, string page) =>
        ForgeryField().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"{page} shows no form");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex ForgeryField();
}

/// <summary>A network with an open working round.</summary>
internal sealed record SeededCase(CaseId Id, IReadOnlyList<SeededFirm> Firms)
{
    /// <summary>The round that was open when the world was made.</summary>
    public required RoundId Round { get; init; }
}

/// <param name="Representative">The name that it signs its answers with.</param>
/// <param name="Token">Of its mailed link.</param>
internal sealed record SeededFirm(ParticipantId Participant, string Representative, string Token);
