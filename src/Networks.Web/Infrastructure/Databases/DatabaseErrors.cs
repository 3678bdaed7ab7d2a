using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Networks.Data.Faults;
using Npgsql;

namespace Networks.Web.Infrastructure.Databases;

/// <summary>What an error of the database means for whoever runs the service.</summary>
internal static class DatabaseErrors
{
    /// <summary>From this severity on SQL Server has cut the connection, or never had one.</summary>
    private const byte ConnectionLost = 20;

    /// <summary>Null for a database that is only busy with others.</summary>
    public static DatabaseFinding? Of(DbException error) => error switch
    {
        SqliteException e => OfSqlite(e),
        PostgresException e => new(OfPostgres(e.SqlState), e.MessageText),
        SqlException { Class: < ConnectionLost } e when DatabaseFaults.Of(e) != DatabaseFault.Unreachable => new(OfSqlServer(e.Number), e.Message),
        _ => new("away", error.Message),
    };

    // https://www.sqlite.org/rescode.html
    private static DatabaseFinding? OfSqlite(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => null,
        8 => new("read-only", e.Message),
        11 or 26 => new("damaged", e.Message),
        13 => new(DatabaseFinding.Full),
        3 or 14 or 23 => new("closed", e.Message),
        _ => new("broken", e.Message),
    };

    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static string OfPostgres(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege => "refused",
        PostgresErrorCodes.InvalidCatalogName => DatabaseFinding.NotMade,
        PostgresErrorCodes.ReadOnlySqlTransaction => "read-only",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => "damaged",
        PostgresErrorCodes.DiskFull => DatabaseFinding.Full,
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown => "away",
        _ => "broken",
    };

    private static string OfSqlServer(int number) => number switch
    {
        18456 or 229 => "refused",
        4060 => DatabaseFinding.NotMade,
        3906 => "read-only",
        823 or 824 or 825 => "damaged",
        1105 or 9002 => DatabaseFinding.Full,
        _ => "broken",
    };
}
