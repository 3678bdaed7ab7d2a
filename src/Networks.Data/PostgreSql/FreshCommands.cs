using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Networks.Data.PostgreSql;

/// <summary>
/// No command outlives the connection that it was used on. Npgsql 10 keeps one for use again, and if the connection
/// was lost while it was about to be prepared, takes it on the next one for prepared there (its reset leaves IsPreparing):
/// it would fail by a NullReferenceException with half of the answer unread.
/// </summary>
internal sealed class FreshCommands : DbConnectionInterceptor
{
    public static readonly FreshCommands One = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Forget(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Forget(connection);
        return ValueTask.FromResult(result);
    }

    // The kept command is handed out, and never given back.
    private static void Forget(DbConnection connection) => _ = connection.CreateCommand();
}
