using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Networks.Data.PostgreSql;
using Npgsql;

namespace Networks.PostgreSql.Tests.Support;

/// <summary>
/// A PostgreSQL of the tests' own: made in a temporary folder, reached by a socket in it, stopped and removed when the
/// tests end. Nothing of an installed server is touched.
/// </summary>
internal sealed class PostgreSqlServer
{
    /// <summary>Already migrated; every test's database is a copy of it.</summary>
    private const string Template = "networks_template";

    // Root may not run PostgreSQL; Debian's package makes this user for it.
    private const string ServerUser = "postgres";

    private static readonly Lazy<Task<PostgreSqlServer>> _started = new(StartAsync);

    private static int _named;

    private readonly string _programs;
    private readonly string _folder;

    private PostgreSqlServer(string programs, string folder)
    {
        _programs = programs;
        _folder = folder;
    }

    /// <summary>The one server of this run. Without PostgreSQL the test is skipped.</summary>
    public static Task<PostgreSqlServer> RequireAsync()
    {
        Assert.SkipUnless(Programs() is not null, "no PostgreSQL: no initdb in NETWORKS_POSTGRESQL or /usr/lib/postgresql/*/bin");
        return _started.Value;
    }

    public string ConnectionString(string database) => $"Host={_folder};Database={database};Username={ServerUser};Maximum Pool Size=20;Timeout=60";

    /// <summary>A new database with the product's tables in it.</summary>
    public Task CreateAsync(string database) => ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {Template}");

    /// <summary>A new database with nothing in it.</summary>
    public Task CreateEmptyAsync(string database) => ExecuteAsync($"CREATE DATABASE {database}");

    /// <summary>A name that no database has; <see cref="DropAsync"/> removes what was made under it.</summary>
    public static string FreeName() => $"made_{Interlocked.Increment(ref _named)}";

    /// <summary>
    /// Empties the product's tables, which takes a tenth of the time of a new copy. Only what migrations write of
    /// themselves stays; append-only tables are emptied too, as no trigger of ours is asked.
    /// </summary>
    public Task EmptyAsync(string database) => ExecuteAsync(
        """
        DO $$
        DECLARE named record;
        BEGIN
          SET LOCAL session_replication_role = replica;
          FOR named IN SELECT format('%I.%I', schemaname, tablename) AS it FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' LOOP
            EXECUTE 'DELETE FROM ' || named.it;
          END LOOP;
          PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences WHERE schemaname = 'public';
        END $$;
        """, database);

    public async Task DropAsync(string database)
    {
        await using (var connection = new NpgsqlConnection(ConnectionString(database)))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
    }

    private static string? Programs() =>
        (Environment.GetEnvironmentVariable("NETWORKS_POSTGRESQL") is { Length: > 0 } given
            ? [given]
            : Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Reverse().Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static async Task<PostgreSqlServer> StartAsync()
    {
        // Short, because the path of a socket may have 107 characters.
        var server = new PostgreSqlServer(Programs()!, Directory.CreateTempSubdirectory("pg-").FullName);
        if (IsRoot)
        {
            await RunAsync("chown", ServerUser, server._folder);
        }

        var data = Path.Combine(server._folder, "data");
        await server.RunAsServerAsync("initdb", "-D", data, "-A", "trust", "-U", ServerUser, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.StopAsync().GetAwaiter().GetResult();
        await server.RunAsServerAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(server._folder, "log"),
            "-o", $"-k {server._folder} -c listen_addresses='' -c fsync=off -c max_connections=300", "start");
        await server.ExecuteAsync($"CREATE DATABASE {Template}");
        var options = new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>().UseNpgsql(server.ConnectionString(Template) + ";Pooling=False").Options;
        await using var db = new PostgreSqlNetworksDbContext(options);
        await db.Database.MigrateAsync();
        return server;
    }

    private async Task StopAsync()
    {
        await RunAsServerAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
#pragma warning disable CA2100 // names that this file makes
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private Task RunAsServerAsync(string program, params string[] arguments) => IsRoot
        ? RunAsync("runuser", ["-u", ServerUser, "--", Path.Combine(_programs, program), .. arguments])
        : RunAsync(Path.Combine(_programs, program), arguments);

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps an inherited output open, so nothing of its output is waited for.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", Path.GetTempFileName(), program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var output = await File.ReadAllTextAsync(start.ArgumentList[2]);
        File.Delete(start.ArgumentList[2]);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)}: {output}");
        }
    }
}
