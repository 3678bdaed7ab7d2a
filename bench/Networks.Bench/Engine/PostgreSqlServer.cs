using System.Diagnostics;
using Npgsql;

namespace Networks.Bench.Engine;

/// <summary>A PostgreSQL of this run in a temporary folder, reached by a socket in it, with every commit made durable.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    // Root may not run PostgreSQL; Debian's package makes this user for it.
    private const string ServerUser = "postgres";

    private readonly string _programs;

    // Short, because the path of a socket may have 107 characters.
    private readonly string _folder = Directory.CreateTempSubdirectory("pg-").FullName;

    private PostgreSqlServer(string programs) => _programs = programs;

    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static async Task<PostgreSqlServer?> StartAsync()
    {
        var programs = !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql")
            .OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
        if (programs is null)
        {
            return null;
        }

        var server = new PostgreSqlServer(programs);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ServerUser, server._folder);
        }

        await server.RunAsServerAsync("initdb", "-D", server.Data, "-A", "trust", "-U", ServerUser, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.RunAsServerAsync("pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(server._folder, "log"), "-o", $"-k {server._folder} -c listen_addresses=''", "start");
        return server;
    }

    public string ConnectionString(string database) => $"Host={_folder};Database={database};Username={ServerUser};Maximum Pool Size=20;Max Auto Prepare=100;No Reset On Close=true";

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
        await RunAsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", ServerUser, "--", Path.Combine(_programs, program), .. arguments])
        : RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps an inherited output open, so its output goes nowhere.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
