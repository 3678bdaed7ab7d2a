using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Sqlite;

namespace Networks.Data.Imports;

/// <summary>
/// Writes many new rows by prepared statements in the transaction of the act, with the columns and conversions of the
/// model. Nothing of it is tracked; saving the same rows through the context takes about ten times as long.
/// </summary>
public static class BulkRows
{
    /// <summary>SQL Server takes 2,100 parameters, the others more.</summary>
    private const int MostParameters = 2000;

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
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, null);
        List<IProperty> columns = [.. type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never)];

        // Every statement to SQLite stays in the process; over a wire, rows share one.
        var together = db is SqliteNetworksDbContext ? 1 : Math.Max(1, MostParameters / columns.Count);
        DbCommand? command = null;
        foreach (var part in rows.Chunk(together))
        {
            if (command is null || command.Parameters.Count != part.Length * columns.Count)
            {
                await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                command = Command(db, table, columns, part.Length);
            }

            for (var row = 0; row < part.Length; row++)
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    var value = columns[i].IsShadowProperty() ? shadow?.Invoke(part[row], columns[i].Name) : columns[i].GetGetter().GetClrValue(part[row]);
                    command.Parameters[(row * columns.Count) + i].Value = Stored(columns[i], value);
                }
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static DbCommand Command(NetworksDbContext db, StoreObjectIdentifier table, List<IProperty> columns, int rows)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var text = new StringBuilder($"INSERT INTO {names.DelimitIdentifier(table.Name)} (");
        text.AppendJoin(", ", columns.Select(c => names.DelimitIdentifier(c.GetColumnName(table)!))).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row > 0 ? ", (" : "(");
            for (var i = 0; i < columns.Count; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{(row * columns.Count) + i}");
                text.Append(i > 0 ? ", " : "").Append(name);
                command.Parameters.Add(columns[i].GetRelationalTypeMapping().CreateParameter(command, name, null, nullable: true));
            }

            text.Append(')');
        }

#pragma warning disable CA2100 // names of the model; every value is a parameter
        command.CommandText = text.ToString();
#pragma warning restore CA2100
        command.Prepare();
        return command;
    }

    private static object Stored(IProperty column, object? value) =>
        (value is null ? null : column.GetRelationalTypeMapping().Converter?.ConvertToProvider(value) ?? value) ?? DBNull.Value;
}
