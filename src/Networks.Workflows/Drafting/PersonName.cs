using System.Globalization;
using System.Text;

namespace Networks.Workflows.Drafting;

/// <summary>Names of persons as people type them.</summary>
internal static class PersonName
{
    /// <summary>Whether two names have the same words, whatever their order, case, accents, apostrophes and hyphens.</summary>
    public static bool Same(string typed, string known)
    {
        var words = Words(typed);
        return words.Length > 0 && words.SequenceEqual(Words(known), StringComparer.Ordinal);
    }

    private static string[] Words(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '\u2019' or '\u2018' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }
}
