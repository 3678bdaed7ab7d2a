using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data;
using Npgsql;

namespace Networks.Web.Infrastructure.Databases;

/// <summary>Brings a schema up to date under a lock that ends with the process that holds it, however it ends.</summary>
internal static class SchemaUpdate
{
    /// <summary>Any number that nothing else in the database uses: "networks" as letters' places.</summary>
    private const long PostgreSqlLock = 0x6e6574776f726b73;

    // Filling a new column of a large table takes its time.
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    /// <remarks>On SQLite the caller holds the file lock of <see cref="SingleNode"/>.</remarks>
    public static async Task ApplyAsync(NetworksDbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(_patience);
        if (db.Database.IsSqlite())
        {
            await RemoveStaleLockAsync(db, cancellationToken);
        }

        if (db.Database.IsNpgsql())
        {
            await InTurnAsync(db, cancellationToken);
            return;
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    // EF's lock row stays for ever after a kill, and the next start would wait for ever; under the file lock a row is stale.
    private static async Task RemoveStaleLockAsync(NetworksDbContext db, CancellationToken cancellationToken)
    {
        var lockTable = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (lockTable > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }

    // EF locks a table that two first nodes would both create; this lock is there before any table.
    private static async Task InTurnAsync(NetworksDbContext db, CancellationToken cancellationToken)
    {
        await MakeAsync(db.Database.GetService<IRelationalDatabaseCreator>(), cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgreSqlLock})", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgreSqlLock})", cancellationToken);
        }
        catch
        {
            // The lock is the session's: with a connection that goes back to the pool, it would stay.
            NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
            throw;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task MakeAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            if (!await creator.ExistsAsync(cancellationToken))
            {
                await creator.CreateAsync(cancellationToken);
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node made it between our look and our try.
        }
    }
}
