using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Networks.Workflows.Tests.Support;

public sealed partial class Given
{
    /// <summary>Every row of every table, every column, as the database holds it, in an order that does not depend on when it was written.</summary>
    public Task<List<StoredRow>> RowsAsync() => ReadAsync(async db =>
    {
        var all = new List<StoredRow>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // a table of our own model
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                all.Add(new StoredRow(table, Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Text(reader.GetValue(i)))));
            }
        }

        return all.OrderBy(row => row.ToString(), StringComparer.Ordinal).ToList();

        static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    });
}

/// <summary>A row with its columns by name.</summary>
public sealed record StoredRow(string Table, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>The row in words.</summary>
    /// <param name="hidden">Columns that are left out.</param>
    public string Without(params string[] hidden) => $"{Table}: {string.Join(' ', Columns.Where(c => !hidden.Contains(c.Key)).Select(c => $"{c.Key}={c.Value}"))}";

    public override string ToString() => Without();
}
