using System.Globalization;
using System.Text.RegularExpressions;

namespace Networks.Workflows.Documents;

/// <summary>Cuts a text at its articles.</summary>
/// <remarks>
/// An article begins at a heading, or at a short paragraph, that reads "Art. n" where n is the number expected next: a
/// sentence that begins with "Art. 2615 c.c." does not. Any other heading of the first level ends the article before it.
/// </remarks>
internal static partial class Clauses
{
    private const int _longestHeading = 140;

    public static IReadOnlyList<Clause> Split(IReadOnlyList<WordBlock> blocks) => [.. Cut(blocks).Select(c => c.Clause)];

    /// <summary>Each with its blocks, the heading first.</summary>
    public static IReadOnlyList<(Clause Clause, Range Blocks)> Cut(IReadOnlyList<WordBlock> blocks)
    {
        var clauses = new List<(Clause, Range)>();
        var (at, from) = (0, 0);
        var next = 1;
        int? number = null;
        var title = "";
        var lines = new List<string>();

        void Close()
        {
            if (title.Length > 0 || lines.Count > 0)
            {
                var text = string.Join('\n', lines);
                clauses.Add((new Clause(number, title, text, CanonicalText.Hash(lines.Prepend(title))), from..at));
            }

            lines = [];
            from = at;
        }

        foreach (var block in blocks)
        {
            if (ArticleAt(block, next) is { } found)
            {
                Close();
                (number, title, next) = (next, found, next + 1);
            }
            else if (block is WordHeading { Level: 1 } heading)
            {
                Close();
                (number, title) = (null, heading.Text);
            }
            else if (number is not null && title.Length == 0 && lines.Count == 0 && TitleOf(block) is { } own)
            {
                title = own;
            }
            else
            {
                lines.AddRange(CanonicalText.Lines(block));
            }

            at++;
        }

        Close();
        return clauses;
    }

    /// <returns>The title, empty where it stands in the paragraph below; null where no article begins.</returns>
    private static string? ArticleAt(WordBlock block, int expected)
    {
        var (line, label, text) = block switch
        {
            WordHeading h => ($"{h.Number} {h.Text}", h.Number, h.Text),
            WordParagraph p => ($"{p.Number} {p.Text}", p.Number, p.Text),
            _ => ("", null, ""),
        };
        var match = Article().Match(line.Trim());
        if (!match.Success || match.Groups[1].Value != expected.ToString(CultureInfo.InvariantCulture)
            || (block is not WordHeading && line.Length > _longestHeading))
        {
            return null;
        }

        return label is not null && Article().IsMatch(label) ? text : match.Groups[2].Value.Trim();
    }

    // "Articolo 3" on one line, its title on the next.
    private static string? TitleOf(WordBlock block) => block switch
    {
        WordHeading h => h.Text,
        WordParagraph { Number: null } p when p.Text.Length <= _longestHeading && !p.Text.EndsWith('.') => p.Text,
        _ => null,
    };

    [GeneratedRegex(@"^art(?:\.|icolo)?\s*(\d+)\b\s*[\.\)\-–—:°]*\s*(.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Article();
}
