using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Support;

/// <summary>Every row of every table as one hash a table, to see that nothing was written.</summary>
internal static class Fingerprint
{
    public static Task<SortedDictionary<string, string>> FingerprintAsync(this Given given) => given.ReadAsync(async db =>
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().ToList();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // a table of our own model
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new StringBuilder();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    rows.Append(CultureInfo.InvariantCulture, $"{reader.GetValue(i)}\u001f");
                }

                rows.Append('\n');
            }

            found[table] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows.ToString())));
        }

        return found;
    });
}
