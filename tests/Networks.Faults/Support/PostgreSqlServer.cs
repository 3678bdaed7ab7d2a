using Npgsql;

namespace Networks.Faults.Support;

/// <summary>A PostgreSQL of this run in a temporary folder, reached by a socket in it, every commit durable; it can be killed and started again.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    // Root may not run PostgreSQL; Debian's package makes this user for it.
    private const string ServerUser = "postgres";

    private readonly string _programs;

    // Short, because the path of a socket may have 107 characters.
    private readonly string _folder = Leftovers.Folder("pg-");

    private PostgreSqlServer(string programs) => _programs = programs;

    private string Data => Path.Combine(_folder, "data");

    /// <exception cref="NotHereException">PostgreSQL is not installed.</exception>
    public static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = (Environment.GetEnvironmentVariable("NETWORKS_POSTGRESQL") is { Length: > 0 } given ? [given]
            : Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [])
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            ?? throw new NotHereException("PostgreSQL is not installed");
        var server = new PostgreSqlServer(programs);
        if (Environment.IsPrivilegedProcess)
        {
            await Command.RunAsync("chown", ServerUser, server._folder);
        }

        await server.RunAsync("initdb", "-D", server.Data, "-A", "trust", "-U", ServerUser, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.KillAsync().GetAwaiter().GetResult();
        await server.ServeAsync();
        return server;
    }

    public string ConnectionString(string database) => $"Host={_folder};Database={database};Username={ServerUser};Maximum Pool Size=30;Timeout=5";

    /// <summary>Starts it again after a kill.</summary>
    public Task ServeAsync() => RunAsync("pg_ctl", "-D", Data, "-w", "-t", "120", "-l", Path.Combine(_folder, "log"),
        "-o", $"-k {_folder} -c listen_addresses='' -c max_connections=200", "start");

    /// <summary>Ends it at once, as a crash does.</summary>
    public async Task KillAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await CodeAsync("pg_ctl", "-D", Data, "-w", "-t", "60", "-m", "immediate", "stop");
        }
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
#pragma warning disable CA2100 // names that this project makes
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await KillAsync();
        Leftovers.Delete(_folder);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        if (await CodeAsync(program, arguments) is var code and not 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}.");
        }
    }

    private Task<int> CodeAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Command.CodeAsync("runuser", ["-u", ServerUser, "--", Path.Combine(_programs, program), .. arguments])
        : Command.CodeAsync(Path.Combine(_programs, program), arguments);
}
