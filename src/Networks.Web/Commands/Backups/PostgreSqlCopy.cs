using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Infrastructure;
using Npgsql;

namespace Networks.Web.Commands.Backups;

/// <summary>PostgreSQL by its own tools, <c>pg_dump</c> and <c>pg_restore</c>, which must be on the path.</summary>
internal sealed class PostgreSqlCopy(string connectionString, NetworksDbContext db) : IDatabaseCopy
{
    public async Task<T> CopyToAsync<T>(string file, Func<NetworksDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await db.BeginMomentAsync(cancellationToken);
        try
        {
            // This connection stands idle while the other program copies, for as long as that takes.
            await db.Database.ExecuteSqlAsync($"SET LOCAL idle_in_transaction_session_timeout = 0", cancellationToken);
            var snapshot = await db.Database.SqlQuery<string>($"SELECT pg_export_snapshot() AS \"Value\"").SingleAsync(cancellationToken);
            await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancellationToken);
            return await read(db);
        }
        finally
        {
            await db.EndMomentAsync();
        }
    }

    public NetworksDbContext? Open(string file) => null;

    public async Task<bool> HoldsAnythingAsync(CancellationToken cancellationToken) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any() && await db.Associations.AnyAsync(cancellationToken);

    public Task PutBackAsync(string file, string aside, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", $"--dbname={Target.Database}", file], cancellationToken);

    private NpgsqlConnectionStringBuilder Target { get; } = new(connectionString);

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        foreach (var (name, value) in Variables())
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new InstallationFaultException("commands.fault-tool", program, said.Trim());
            }
        }
        catch (Win32Exception)
        {
            throw new InstallationFaultException("commands.fault-tool-missing", program);
        }
    }

    // A password in the arguments would be seen by every user of the machine.
    private IEnumerable<(string Name, string? Value)> Variables() =>
    [
        ("PGHOST", Target.Host),
        ("PGPORT", Target.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGDATABASE", Target.Database),
        ("PGUSER", Target.Username),
        ("PGPASSWORD", Target.Password),
        ("PGSSLMODE", Target.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        }),
    ];
}
