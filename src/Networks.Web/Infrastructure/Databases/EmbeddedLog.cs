using System.Data.Common;

namespace Networks.Web.Infrastructure.Databases;

/// <summary>
/// The embedded database writes into a log beside its file (WAL), so that pages are read while an act is written. A file
/// remembers it, but a copy is one file without a log and comes back so. Whoever opens the file first makes the log's index,
/// and a full disk would keep him from it: one connection holds it for the life of the service.
/// </summary>
internal static class EmbeddedLog
{
    /// <param name="connection">To a file that nobody else has open; it is opened here, and holds the log until it is closed.</param>
    /// <exception cref="InstallationFaultException">The disk does not allow a log that processes share: no network folder does.</exception>
    public static async Task TurnOnAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if (await command.ExecuteScalarAsync(cancellationToken) is not "wal")
        {
            throw new InstallationFaultException("commands.fault-log", connection.DataSource);
        }

        // The index is made by the first that reads.
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
