using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Networks.Data.PostgreSql;

/// <summary>The binary copy of PostgreSQL, a class of its own so that the embedded database does not load its driver.</summary>
internal static class PostgreSqlCopy
{
    public static async Task WriteAsync<T>(
        NetworksDbContext db, StoreObjectIdentifier table, IReadOnlyList<IProperty> columns, IReadOnlyList<Func<T, object?>> values, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var names = string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.GetColumnName(table)!)));
        List<string> types = [.. columns.Select(c => c.GetRelationalTypeMapping().StoreTypeNameBase)];
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {sql.DelimitIdentifier(table.Name)} ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < values.Count; i++)
            {
                if (values[i](row) is { } value)
                {
                    await copy.WriteAsync(value, types[i], cancellationToken);
                }
                else
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
