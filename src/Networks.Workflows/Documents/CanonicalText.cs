using System.Security.Cryptography;
using System.Text;

namespace Networks.Workflows.Documents;

/// <summary>Words without their look: what two files must share to be the same text.</summary>
internal static class CanonicalText
{
    /// <summary>One line a paragraph or table row, with its number.</summary>
    public static IEnumerable<string> Lines(WordBlock block) => block switch
    {
        WordHeading h => [Join(h.Number, h.Text)],
        WordParagraph p => [Join(p.Number, p.Text)],
        WordTable t => t.Rows.Select(r => string.Join(" | ", r.Cells.Select(c => string.Join(" / ", c)))),
        _ => [],
    };

    public static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(Normal)))));

    private static string Normal(string line)
    {
        var kept = new StringBuilder(line.Length);
        foreach (var c in line.Normalize(NormalizationForm.FormKC))
        {
            var plain = c switch
            {
                '\u2018' or '\u2019' or '\u02BC' => '\'',
                '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
                '\u2010' or '\u2011' or '\u2013' or '\u2014' => '-',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => c,
            };
            if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && (plain != ' ' || (kept.Length > 0 && kept[^1] != ' ')))
            {
                kept.Append(plain);
            }
        }

        return kept.ToString().TrimEnd();
    }

    private static string Join(string? number, string text) => number is null ? text : number + " " + text;
}
