using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Firms;
using Networks.Data.Saving;

namespace Networks.Data.Sqlite;

/// <summary>The embedded database as the service opens it: each context that waits in the pool keeps its connection with its statements.</summary>
public static class KeptConnections
{
    public static DbContextOptionsBuilder UseKeptSqlite(this DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(FirmReading.Behavior)).AddInterceptors(Making.One).ReplaceService<IDatabase, ActDatabase>();
    }

    // What EF would add to its own connection is for decimals and patterns, which no column and no query of ours has.
    private sealed class Making : DbConnectionInterceptor
    {
        public static readonly Making One = new();

        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            eventData.ConnectionString is { } text ? InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(text)) : result;
    }
}
