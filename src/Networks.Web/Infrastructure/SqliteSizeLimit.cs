using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Networks.Web.Infrastructure;

/// <summary>
/// Setting <c>Networks:Database:MaxPages</c>: a quota for the embedded database in pages of 4 KiB, so that it cannot
/// fill the disk that other services live on. Absent: no quota.
/// </summary>
internal sealed class SqliteSizeLimit(IConfiguration configuration) : DbConnectionInterceptor
{
    public const string Setting = "Networks:Database:MaxPages";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Limit(connection);
        return Task.CompletedTask;
    }

    private void Limit(DbConnection connection)
    {
        if (configuration.GetValue<int?>(Setting) is { } pages)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number from the installation's own settings
            command.CommandText = $"PRAGMA max_page_count = {pages}";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
