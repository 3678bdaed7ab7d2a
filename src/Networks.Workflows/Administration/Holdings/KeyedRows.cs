using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Workflows.Administration.Holdings;

/// <summary>Rows of a table that is known by the model only.</summary>
internal static class KeyedRows
{
    private static readonly MethodInfo _read = typeof(KeyedRows).GetMethod(nameof(ReadTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="wanted">The condition on a row.</param>
    public static Task<List<JsonObject>> ReadAsync(NetworksDbContext db, HoldingTable table, Func<Expression, Expression> wanted, CancellationToken cancellationToken) =>
        (Task<List<JsonObject>>)_read.MakeGenericMethod(table.Type.ClrType).Invoke(null, [db, table, wanted, cancellationToken])!;

    private static async Task<List<JsonObject>> ReadTypedAsync<T>(NetworksDbContext db, HoldingTable table, Func<Expression, Expression> wanted, CancellationToken cancellationToken)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var rows = await db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(wanted(row), row)).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => table.Write(r));
    }
}
