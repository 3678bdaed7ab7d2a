using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents;

/// <summary>Counts automatic numbers as Word does while the paragraphs pass in reading order.</summary>
internal sealed partial class WordNumbering
{
    private const int _levels = 9;

    private readonly Dictionary<string, Style> _styles;
    private readonly Dictionary<int, Level[]> _lists;
    private readonly Dictionary<int, int> _listOf = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _restarted = [];
    private readonly Dictionary<int, Dictionary<int, int>> _restarts;

    public WordNumbering(MainDocumentPart main)
    {
        _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(s => s.StyleId?.Value is not null)
            .GroupBy(s => s.StyleId!.Value!)
            .ToDictionary(g => g.Key, g => g.First());
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        _lists = (numbering?.Elements<AbstractNum>() ?? [])
            .GroupBy(a => a.AbstractNumberId?.Value ?? -1)
            .ToDictionary(g => g.Key, g => g.First().Elements<Level>().ToArray());
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            _listOf[instance.NumberID?.Value ?? -1] = instance.AbstractNumId?.Val?.Value ?? -1;
        }

        _restarts = (numbering?.Elements<NumberingInstance>() ?? [])
            .GroupBy(n => n.NumberID?.Value ?? -1)
            .ToDictionary(g => g.Key, g => g.First().Elements<LevelOverride>()
                .Where(o => o.StartOverrideNumberingValue?.Val is not null)
                .ToDictionary(o => o.LevelIndex?.Value ?? 0, o => o.StartOverrideNumberingValue!.Val!.Value));
    }

    /// <summary>The label of a paragraph that is numbered, null for one that is not. Each call counts one further.</summary>
    public (string Text, int Level)? Next(Paragraph paragraph)
    {
        var (number, level) = PlaceOf(paragraph);
        if (number is null or 0 || !_listOf.TryGetValue(number.Value, out var list) || !_lists.TryGetValue(list, out var levels)
            || level is < 0 or >= _levels || levels.FirstOrDefault(l => l.LevelIndex?.Value == level) is not { } own)
        {
            return null;
        }

        var counters = Count(number.Value, list, levels, level);
        var format = own.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (format == NumberFormatValues.Bullet)
        {
            return ("–", level);
        }

        var label = Placeholder().Replace(own.LevelText?.Val?.Value ?? "", m =>
        {
            var index = m.Value[1] - '1';
            var shown = levels.FirstOrDefault(l => l.LevelIndex?.Value == index);
            return Written(counters[index] ?? StartOf(shown), shown?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal);
        });
        return label.Length == 0 ? null : (label, level);
    }

    /// <returns>0 for the title, 1 and up for headings, null for text.</returns>
    public int? HeadingLevel(Paragraph paragraph)
    {
        if (Chain(paragraph).Any(s => s.StyleName?.Val?.Value?.Equals("title", StringComparison.OrdinalIgnoreCase) == true))
        {
            return 0;
        }

        var outline = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value
            ?? Chain(paragraph).Select(s => s.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(v => v is not null);
        return outline is < _levels ? outline + 1 : null;
    }

    private int?[] Count(int number, int list, Level[] levels, int level)
    {
        if (!_counters.TryGetValue(list, out var counters))
        {
            _counters[list] = counters = new int?[_levels];
        }

        if (_restarted.Add(number) && _restarts[number] is { Count: > 0 } starts)
        {
            foreach (var (index, start) in starts.Where(s => s.Key < _levels))
            {
                counters[index] = start - 1;
            }
        }

        counters[level] = (counters[level] ?? StartOf(levels.FirstOrDefault(l => l.LevelIndex?.Value == level)) - 1) + 1;
        for (var below = level + 1; below < _levels; below++)
        {
            counters[below] = null;
        }

        return counters;
    }

    private (int? Number, int Level) PlaceOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var places = Chain(paragraph).Select(s => s.StyleParagraphProperties?.NumberingProperties).Prepend(own).OfType<NumberingProperties>().ToList();
        return (places.Select(n => n.NumberingId?.Val?.Value).FirstOrDefault(v => v is not null),
            places.Select(n => n.NumberingLevelReference?.Val?.Value).FirstOrDefault(v => v is not null) ?? 0);
    }

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var seen = new HashSet<string>();
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        while (id is not null && seen.Add(id) && _styles.TryGetValue(id, out var style))
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static int StartOf(Level? level) => level?.StartNumberingValue?.Val?.Value ?? 1;

    private static string Written(int number, NumberFormatValues format) => format switch
    {
        NumberFormatValues.LowerLetter => Letters(number).ToLowerInvariant(),
        NumberFormatValues.UpperLetter => Letters(number),
        NumberFormatValues.LowerRoman => Roman(number).ToLowerInvariant(),
        NumberFormatValues.UpperRoman => Roman(number),
        NumberFormatValues.None => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // Word goes on with AA, BB after Z.
    private static string Letters(int number) =>
        number < 1 ? "" : new string((char)('A' + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 40));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        (int Value, string Sign)[] signs =
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var written = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                written += sign;
            }
        }

        return written;
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Placeholder();
}
