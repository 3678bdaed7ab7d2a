using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>
/// Runs a query that the model translates, and reads its columns by hand: for tens of thousands of rows this takes half of
/// what making the rows by the model does.
/// </summary>
internal static class LeanReading
{
    /// <param name="query">Of an anonymous row; its columns come in the order of its properties, as the database keeps them.</param>
    /// <param name="read">Called for every row, in the order of the query.</param>
    public static async Task EachAsync(NetworksDbContext db, IQueryable query, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = query.CreateDbCommand();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                read(reader);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
