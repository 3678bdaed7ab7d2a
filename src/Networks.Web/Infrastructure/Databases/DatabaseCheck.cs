using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Engine;

namespace Networks.Web.Infrastructure.Databases;

/// <summary>
/// Looks at the configured database by a connection of its own, in few plain statements: before the service starts, for
/// <c>networks check</c> and for the health check. Changes nothing, and what goes wrong is told in words, not thrown.
/// </summary>
internal sealed class DatabaseCheck(NetworksDbContext db, ProcessCatalog procedures, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Room for at least one act with a long text, in pages of 4 KiB.</summary>
    private const long SparePages = 16;

    private readonly DatabaseProvider _provider = DataSetup.ProviderOf(configuration);

    /// <param name="whole">Reads an embedded file from end to end: about a second for 500 MB.</param>
    /// <returns>Null when all is well.</returns>
    public async Task<DatabaseFinding?> FindAsync(bool whole, CancellationToken cancellationToken)
    {
        if (_provider == DatabaseProvider.Sqlite && DataSetup.SqliteFile(configuration) is var file && (!Path.Exists(file) || new FileInfo(file) is { Exists: true, Length: 0 }))
        {
            return new(DatabaseFinding.NoneYet);
        }

        try
        {
            await using var connection = DataSetup.Connection(configuration);
            await connection.OpenAsync(cancellationToken);
            return await StructureAsync(connection, whole, cancellationToken)
                ?? await VersionAsync(connection, cancellationToken)
                ?? await ProceduresAsync(connection, cancellationToken)
                ?? await SnapshotsAsync(connection, cancellationToken)
                ?? await RoomAsync(connection, cancellationToken)
                ?? await WritableAsync(connection, cancellationToken);
        }
        catch (DbException e)
        {
            return DatabaseErrors.Of(e);
        }
    }

    /// <summary>How far the clock of the server is from ours, less what the way there and back may account for.</summary>
    /// <returns>Positive when the server is ahead; null where there is no other clock or no answer.</returns>
    public async Task<TimeSpan?> SkewAsync(CancellationToken cancellationToken)
    {
        var question = _provider switch
        {
            DatabaseProvider.PostgreSql => "SELECT clock_timestamp() AT TIME ZONE 'UTC'",
            DatabaseProvider.SqlServer => "SELECT SYSUTCDATETIME()",
            _ => null,
        };
        if (question is null)
        {
            return null;
        }

        try
        {
            await using var connection = DataSetup.Connection(configuration);
            await connection.OpenAsync(cancellationToken);
            var before = clock.GetUtcNow();
            var there = DateTime.SpecifyKind((DateTime)(await AskAsync(connection, question, cancellationToken))!, DateTimeKind.Utc);
            var halfWay = (clock.GetUtcNow() - before) / 2;
            var skew = there - (before + halfWay);
            return skew.Duration() <= halfWay ? TimeSpan.Zero : skew - (Math.Sign(skew.Ticks) * halfWay);
        }
        catch (DbException)
        {
            return null;
        }
    }

    // Reading the schema is enough to see a file that is no database; a damaged page is seen only by going through all.
    private async Task<DatabaseFinding?> StructureAsync(DbConnection connection, bool whole, CancellationToken cancellationToken)
    {
        if (_provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var said = await AskAsync(connection, whole ? "PRAGMA quick_check(1)" : "SELECT CASE WHEN count(*) >= 0 THEN 'ok' END FROM sqlite_master", cancellationToken);
        return said is "ok" ? null : new("damaged", said ?? "");
    }

    private async Task<DatabaseFinding?> VersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await AppliedAsync(connection, cancellationToken);
        if (applied.Except(known).ToList() is [.., var newest])
        {
            return new("newer", newest);
        }

        var missing = known.Except(applied).Count();
        return missing == 0 ? null : new(DatabaseFinding.Pending, missing);
    }

    private async Task<List<string>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        var table = await AskAsync(connection, _provider switch
        {
            DatabaseProvider.Sqlite => "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'",
            _ => "SELECT table_name FROM information_schema.tables WHERE table_name = '__EFMigrationsHistory'",
        }, cancellationToken);
        if (table is not string)
        {
            return applied;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }

    // A running case whose version has no class would stop at its next act, so nothing is served.
    private async Task<DatabaseFinding?> ProceduresAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name", "Version", COUNT(*) FROM "Processes" WHERE "Status" NOT IN ('Completed', 'Cancelled') GROUP BY "Name", "Version" ORDER BY "Name", "Version" """;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (name, version) = (rows.GetString(0), rows.GetInt32(1));
            if (!procedures.Has(name, version))
            {
                return new("no-procedure", name, version, rows.GetInt32(2));
            }
        }

        return null;
    }

    // Without row versions a reader waits for every writer, and two acts that read first deadlock.
    private async Task<DatabaseFinding?> SnapshotsAsync(DbConnection connection, CancellationToken cancellationToken) =>
        _provider == DatabaseProvider.SqlServer
        && await AskAsync(connection, "SELECT is_read_committed_snapshot_on FROM sys.databases WHERE database_id = DB_ID()", cancellationToken) is not true
            ? new("no-snapshots") : null;

    private async Task<DatabaseFinding?> RoomAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (_provider != DatabaseProvider.Sqlite || configuration.GetValue<long?>(SqliteSizeLimit.Setting) is not { } most)
        {
            return null;
        }

        var used = await AskAsync(connection, "SELECT page_count - freelist_count FROM pragma_page_count, pragma_freelist_count", cancellationToken);
        return most - (long)used! < SparePages ? new(DatabaseFinding.Full) : null;
    }

    private static async Task<DatabaseFinding?> WritableAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await AskAsync(connection, """UPDATE "Counters" SET "Last" = 0 WHERE 1 = 0""", cancellationToken);
        return null;
    }

    private static async Task<object?> AskAsync(DbConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = question;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
