using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Support;

/// <summary>
/// Two processes of the built program on one PostgreSQL database and one folder, as behind one address. The desks of
/// <see cref="Given"/> are in the database with an account each; <see cref="Given"/> itself is a third, quiet node in
/// this process whose clock stands where the test began.
/// </summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private const string Password = "quattro parole in fila";

    private readonly PostgreSqlServer _server;
    private readonly string _database;
    private readonly string[] _settings;
    private readonly Dictionary<OfficerId, CookieContainer> _sessions = [];
    private WebApplication _third = null!;

    private TwoNodes(PostgreSqlServer server, string database, string[] settings)
    {
        _server = server;
        _database = database;
        _settings = settings;
    }

    /// <summary>Shared by the nodes: documents and keys.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("networks-nodes-").FullName;

    public string ConnectionString => _server.ConnectionString(_database);

    public NetworksProcess A { get; private set; } = null!;

    public NetworksProcess B { get; private set; } = null!;

    public Given Given { get; private set; } = null!;

    /// <param name="settings">More settings of both nodes, as <c>--Key=value</c>. Jobs run on both unless told otherwise.</param>
    public static async Task<TwoNodes> StartAsync(params string[] settings)
    {
        var server = await PostgreSqlServer.RequireAsync();
        var nodes = new TwoNodes(server, PostgreSqlServer.FreeName(), settings);
        await server.CreateAsync(nodes._database);
        await nodes.PeopleAsync();

        // At the same moment, as a rack that gets its power back.
        var both = await Task.WhenAll(nodes.NodeAsync(), nodes.NodeAsync());
        (nodes.A, nodes.B) = (both[0], both[1]);
        return nodes;
    }

    /// <summary>Starts one more node; whoever starts it disposes of it.</summary>
    /// <param name="more">Settings of this node only; a later one wins.</param>
    public Task<NetworksProcess> NodeAsync(params string[] more) => NetworksProcess.ListeningAsync(Folder, ["serve", .. Settings, .. more]);

    /// <summary>Node A anew, after it was stopped or killed.</summary>
    public async Task RestartAAsync()
    {
        await A.DisposeAsync();
        A = await NodeAsync();
    }

    public async Task RestartBAsync()
    {
        await B.DisposeAsync();
        B = await NodeAsync();
    }

    /// <summary>A browser of an officer, signed in at node A the first time; the session is the same at every node.</summary>
    public async Task<HttpClient> ClientAsync(Officer officer, NetworksProcess node)
    {
        if (!_sessions.TryGetValue(officer.Id, out var session))
        {
            session = new CookieContainer();
            using var client = A.Client(session);
            await client.EnrolAsync(officer.Email, Password);
            _sessions.Add(officer.Id, session);
        }

        return node.Client(session);
    }

    /// <summary>What the officers' accounts sign in with before they have a second factor.</summary>
    public static (string Email, string Password) SignInOf(Officer officer) => (officer.Email, Password);

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
        await Given.DisposeAsync();
        await _third.DisposeAsync();
        await _server.DropAsync(_database);
        Directory.Delete(Folder, recursive: true);
    }

    private string[] Settings => ["--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={ConnectionString}", "--Networks:Address=http://networks.test", .. _settings];

    private async Task PeopleAsync()
    {
        var clock = new FixedClock(TimeProvider.System.GetUtcNow());
        var files = new MemoryFiles(new DiskFileStore(Path.Combine(Folder, "files")));
        _third = NetworksApp.Create([.. Settings, $"--Networks:Folder={Folder}", $"--{JobsSetup.Setting}=false"], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddSingleton<IFileStore>(files);
        });
        Given = await Given.OverAsync(_third.Services, clock, files);
        await using var scope = _third.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var officer in (Officer[])[Given.Lecco, Given.Como, Given.Monza])
        {
            var made = await accounts.CreateAsync(new Account { Id = officer.Id.Value, UserName = officer.Email, Email = officer.Email, EmailConfirmed = true }, Password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Code)));
        }
    }
}
