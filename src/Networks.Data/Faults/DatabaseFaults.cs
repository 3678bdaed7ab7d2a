using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Networks.Data.Faults;

/// <summary>What a database error means, whatever database it comes from.</summary>
public enum DatabaseFault
{
    /// <summary>Not one of these: a bug or a broken database.</summary>
    Unknown,

    /// <summary>A unique key is taken: somebody was first.</summary>
    DuplicateKey,

    /// <summary>Two acts met; doing the whole act again on fresh data is right.</summary>
    Contention,

    /// <summary>The disk or the size limit is full; nothing was stored.</summary>
    Full,

    /// <summary>The disk did not flush a commit of the embedded database: whether it holds is known when the database is opened anew.</summary>
    Unflushed,

    /// <summary>The database does not answer.</summary>
    Unreachable,
}

/// <summary>Reads the error codes of the three databases.</summary>
public static class DatabaseFaults
{
    // The server ended the transaction of a node that stood still; nothing of it was stored.
    private const string IdleInTransaction = "25P03";

    /// <summary>
    /// Whether a database raised it, however it is wrapped: EF's strategies put what may pass (a deadlock) into an
    /// InvalidOperationException around the DbUpdateException. After it the transaction is over.
    /// </summary>
    public static bool IsOfDatabase(Exception? exception) =>
        exception is DbUpdateException or DbException || (exception?.InnerException is { } inner && IsOfDatabase(inner));

    public static DatabaseFault Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            var fault = e switch
            {
                SqliteException sqlite => OfSqlite(sqlite),
                PostgresException postgres => OfPostgres(postgres),
                NpgsqlException => DatabaseFault.Unreachable,
                SqlException sqlServer => OfSqlServer(sqlServer),
                _ => DatabaseFault.Unknown,
            };
            if (fault != DatabaseFault.Unknown)
            {
                return fault;
            }
        }

        return DatabaseFault.Unknown;
    }

    // https://www.sqlite.org/rescode.html
    private static DatabaseFault OfSqlite(SqliteException e) => (e.SqliteErrorCode, e.SqliteExtendedErrorCode) switch
    {
        (19, 1555 or 2067) => DatabaseFault.DuplicateKey,
        (5 or 6, _) => DatabaseFault.Contention,
        (13, _) => DatabaseFault.Full,
        // Of the file, of its folder.
        (10, 1034 or 1290) => DatabaseFault.Unflushed,
        // The disk failed (10) or the file cannot be opened (14): nothing was committed.
        (10 or 14, _) => DatabaseFault.Unreachable,
        _ => DatabaseFault.Unknown,
    };

    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static DatabaseFault OfPostgres(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => DatabaseFault.DuplicateKey,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => DatabaseFault.Contention,
        PostgresErrorCodes.DiskFull => DatabaseFault.Full,
        IdleInTransaction or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections => DatabaseFault.Unreachable,
        _ => DatabaseFault.Unknown,
    };

    private static DatabaseFault OfSqlServer(SqlException e) => e.Number switch
    {
        2601 or 2627 => DatabaseFault.DuplicateKey,
        1205 or 3960 => DatabaseFault.Contention,
        1105 or 9002 => DatabaseFault.Full,
        -2 or 53 or 258 or 10060 or 10061 => DatabaseFault.Unreachable,
        _ => DatabaseFault.Unknown,
    };
}
