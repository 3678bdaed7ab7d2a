using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;

namespace Networks.Data.Imports;

/// <summary>
/// Writes many rows in the transaction of the act, with the columns and conversions of the model: by prepared statements,
/// or by the copy of PostgreSQL. Nothing of it is tracked; saving the same rows through the context takes about ten times as long.
/// </summary>
public static class BulkRows
{
    /// <summary>SQL Server takes 2,100 parameters.</summary>
    private const int MostParameters = 2000;

    /// <summary>Statements that go over a wire together.</summary>
    private const int StatementsTogether = 500;

    /// <param name="shadow">Value of a column that the class does not show, by its name; null when there is none.</param>
    public static async Task InsertAsync<T>(NetworksDbContext db, IReadOnlyList<T> rows, Func<T, string, object?>? shadow, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityTypes(typeof(T)).Single();
        List<IProperty> columns = [.. type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never)];
        List<Func<T, object?>> values = [.. columns.Select(c => ReaderOf(c, shadow))];
        if (db is PostgreSqlNetworksDbContext)
        {
            await PostgreSqlCopy.WriteAsync(db, TableOf(type), columns, values, rows, cancellationToken);
            return;
        }

        // Every statement to SQLite stays in the process; over a wire, rows share one.
        var together = db is SqliteNetworksDbContext ? 1 : Math.Max(1, MostParameters / columns.Count);
        DbCommand? command = null;
        foreach (var part in rows.Chunk(together))
        {
            if (command is null || command.Parameters.Count != part.Length * columns.Count)
            {
                await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                command = Insertion(db, type, columns, part.Length);
            }

            for (var row = 0; row < part.Length; row++)
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    command.Parameters[(row * columns.Count) + i].Value = values[i](part[row]) ?? DBNull.Value;
                }
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Writes some properties of rows that are known by their key.</summary>
    /// <param name="key">Name of the property that finds the row.</param>
    /// <param name="names">Of the properties that are written.</param>
    /// <param name="rows">For each row the values of those, in their order, then the key's.</param>
    public static async Task UpdateAsync<T>(NetworksDbContext db, string key, IReadOnlyList<string> names, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        var type = db.Model.FindEntityTypes(typeof(T)).Single();
        List<IProperty> columns = [.. names.Append(key).Select(name => type.FindProperty(name)!)];
        var sql = db.GetService<ISqlGenerationHelper>();
        var text = $"UPDATE {sql.DelimitIdentifier(TableOf(type).Name)} SET " + string.Join(", ", names.Select((name, i) => $"{Name(sql, type, columns[i])} = {Parameter(i)}"))
            + $" WHERE {Name(sql, type, columns[^1])} = {Parameter(names.Count)}";
        if (db.Database.GetDbConnection().CanCreateBatch)
        {
            foreach (var part in rows.Chunk(StatementsTogether))
            {
                await SendAsync(db, text, columns, part, cancellationToken);
            }

            return;
        }

        await using var command = Prepared(db, text, columns, 1);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = Stored(columns[i], row[i]) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task SendAsync(NetworksDbContext db, string text, List<IProperty> columns, object?[][] rows, CancellationToken cancellationToken)
    {
        await using var batch = db.Database.GetDbConnection().CreateBatch();
        batch.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using var maker = db.Database.GetDbConnection().CreateCommand();
        foreach (var row in rows)
        {
            var one = batch.CreateBatchCommand();
#pragma warning disable CA2100 // names of the model; every value is a parameter
            one.CommandText = text;
#pragma warning restore CA2100
            for (var i = 0; i < columns.Count; i++)
            {
                one.Parameters.Add(columns[i].GetRelationalTypeMapping().CreateParameter(maker, Parameter(i), row[i], nullable: true));
            }

            batch.BatchCommands.Add(one);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Insertion(NetworksDbContext db, IEntityType type, List<IProperty> columns, int rows)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var text = new StringBuilder($"INSERT INTO {sql.DelimitIdentifier(TableOf(type).Name)} (");
        text.AppendJoin(", ", columns.Select(c => Name(sql, type, c))).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row > 0 ? ", (" : "(").AppendJoin(", ", columns.Select((_, i) => Parameter((row * columns.Count) + i))).Append(')');
        }

        return Prepared(db, text.ToString(), columns, rows);
    }

    private static DbCommand Prepared(NetworksDbContext db, string text, List<IProperty> columns, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < rows * columns.Count; i++)
        {
            command.Parameters.Add(columns[i % columns.Count].GetRelationalTypeMapping().CreateParameter(command, Parameter(i), null, nullable: true));
        }

#pragma warning disable CA2100 // names of the model; every value is a parameter
        command.CommandText = text;
#pragma warning restore CA2100
        command.Prepare();
        return command;
    }

    private static Func<T, object?> ReaderOf<T>(IProperty column, Func<T, string, object?>? shadow)
        where T : class
    {
        var converter = column.GetRelationalTypeMapping().Converter;
        var getter = column.IsShadowProperty() ? null : column.GetGetter();
        return row =>
        {
            var value = getter is null ? shadow?.Invoke(row, column.Name) : getter.GetClrValue(row);
            return value is null || converter is null ? value : converter.ConvertToProvider(value);
        };
    }

    private static object? Stored(IProperty column, object? value) =>
        value is null ? null : column.GetRelationalTypeMapping().Converter?.ConvertToProvider(value) ?? value;

    private static string Name(ISqlGenerationHelper sql, IEntityType type, IProperty column) => sql.DelimitIdentifier(column.GetColumnName(TableOf(type))!);

    private static StoreObjectIdentifier TableOf(IEntityType type) => StoreObjectIdentifier.Table(type.GetTableName()!, null);

    private static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");
}
