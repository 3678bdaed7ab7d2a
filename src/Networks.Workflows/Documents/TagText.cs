using System.Globalization;
using System.Text;

namespace Networks.Workflows.Documents;

/// <summary>Makes equal what a person sees as equal: case, accents, kinds of blank, quotes and hyphens.</summary>
internal static class TagText
{
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            var plain = Plain(c);
            if (plain == ' ' ? key.Length > 0 && key[^1] != ' ' : plain != '\0')
            {
                key.Append(char.ToLowerInvariant(plain));
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <returns>A blank for every blank, NUL for what cannot be seen.</returns>
    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u201B' or '`' or '\u00B4' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => '-',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control => '\0',
            _ => c,
        },
    };

    /// <summary>The name nearest to a misspelt one, null where none is near enough to be meant.</summary>
    public static string? Nearest(string key, IEnumerable<string> names) =>
        names.Select(n => (Name: n, Distance: Distance(key, Key(n))))
            .Where(n => n.Distance <= Math.Max(2, key.Length / 3))
            .OrderBy(n => n.Distance)
            .Select(n => n.Name)
            .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
