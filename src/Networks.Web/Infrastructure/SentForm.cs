using System.Security.Cryptography;
using System.Text;

namespace Networks.Web.Infrastructure;

/// <summary>A posted form: what tells it from another one, and what of it may be shown again.</summary>
internal static class SentForm
{
    /// <summary>
    /// SHA-256, as hex, of the address and of everything that was sent but the proof against forgery. Passwords and codes
    /// are left out, since the hash is stored; of files it takes name and length.
    /// </summary>
    public static string Hash(HttpRequest request)
    {
        var text = new StringBuilder(request.Path);
        foreach (var (name, values) in request.Form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith("__", StringComparison.Ordinal) && !IsSecret(name))
            {
                foreach (var value in values)
                {
                    text.Append('\0').Append(name).Append('\0').Append(value);
                }
            }
        }

        foreach (var file in request.Form.Files)
        {
            text.Append('\0').Append(file.Name).Append('\0').Append(file.FileName).Append('\0').Append(file.Length);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What was typed in words, to be copied from the page; never passwords and codes.</summary>
    public static IReadOnlyList<string> TypedIn(HttpRequest request) =>
    [
        .. request.Form
            .Where(field => !field.Key.StartsWith('_') && !IsSecret(field.Key))
            .SelectMany(field => field.Value.OfType<string>())
            .Select(value => value.Trim())
            .Where(value => value.Any(char.IsWhiteSpace) && value[0] != '{'),
    ];

    private static bool IsSecret(string name) =>
        name == "current" || name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("code", StringComparison.OrdinalIgnoreCase);
}
