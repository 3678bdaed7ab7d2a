using System.Security.Cryptography;
using System.Text;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Support;

/// <summary>Every row of every table as one hash a table, to see that nothing was written.</summary>
internal static class Fingerprint
{
    public static async Task<SortedDictionary<string, string>> FingerprintAsync(this Given given) => new(
        (await given.RowsAsync()).GroupBy(row => row.Table).ToDictionary(
            table => table.Key,
            table => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', table))))),
        StringComparer.Ordinal);
}
