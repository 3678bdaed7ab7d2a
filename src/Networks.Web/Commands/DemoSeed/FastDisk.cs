using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>
/// While the story is told, SQLite does not wait for the disk: a story that is cut off is told again from the start.
/// Lives in the container of the telling only; the demo that people use writes as every installation does.
/// </summary>
internal sealed class FastDisk : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Loosen(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Loosen(connection);
        return Task.CompletedTask;
    }

    private static void Loosen(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
    }
}
