using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Networks.Faults.Support;

/// <summary>What stands in each table, in few characters, to be compared.</summary>
internal static class Tables
{
    /// <returns>By table: number of rows and hash of all values, whatever the order of the rows.</returns>
    public static Task<IReadOnlyDictionary<string, string>> ReadAsync(World world) => world.ReadAsync(async db =>
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // a name of the model
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            var rows = new List<string>();
            await using var answer = await command.ExecuteReaderAsync();
            while (await answer.ReadAsync())
            {
                rows.Add(string.Join('\u001f', Enumerable.Range(0, answer.FieldCount).Select(i => Text(answer.GetValue(i)))));
            }

            rows.Sort(StringComparer.Ordinal);
            read[table] = $"{rows.Count} rows {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', rows))))}";
        }

        return (IReadOnlyDictionary<string, string>)read;
    });

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        Array many => string.Join(',', many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
