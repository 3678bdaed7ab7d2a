using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents;

/// <summary>The words of a Word file: body and footnotes. Headers and footers are not part of the text.</summary>
public static class WordReader
{
    public static WordText Read(WordFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var document = file.Open();
        var main = document.MainDocumentPart!;
        var numbers = new WordNumbering(main);
        var blocks = new List<WordBlock>();
        Read(main.Document.Body!, numbers, blocks);
        foreach (var note in main.FootnotesPart?.Footnotes.Elements<Footnote>().Where(n => n.Type is null) ?? [])
        {
            var text = string.Join('\n', note.Descendants<Paragraph>().Select(Line).Where(l => l.Length > 0));
            blocks.Add(new WordParagraph($"[{note.Id?.Value}]", 0, text));
        }

        return new WordText(blocks, Clauses.Split(blocks), CanonicalText.Hash(blocks.SelectMany(CanonicalText.Lines)));
    }

    private static void Read(OpenXmlElement container, WordNumbering numbers, List<WordBlock> blocks)
    {
        foreach (var child in container.ChildElements)
        {
            ReadElement(child, numbers, blocks);
        }
    }

    /// <summary>Adds what one piece of a story reads as; nothing for what was deleted.</summary>
    internal static void ReadElement(OpenXmlElement element, WordNumbering numbers, List<WordBlock> blocks)
    {
        switch (element)
        {
            case Paragraph paragraph:
                ReadParagraph(paragraph, numbers, blocks);
                break;
            case Table table:
                blocks.Add(ReadTable(table, numbers));
                break;
            case DeletedRun or MoveFromRun or AlternateContentFallback:
                break;
            default:
                Read(element, numbers, blocks);
                break;
        }
    }

    private static void ReadParagraph(Paragraph paragraph, WordNumbering numbers, List<WordBlock> blocks)
    {
        var text = Line(paragraph);
        if (text.Length > 0)
        {
            var label = numbers.Next(paragraph);
            blocks.Add(numbers.HeadingLevel(paragraph) is { } level
                ? new WordHeading(level, label?.Text, text)
                : new WordParagraph(label?.Text, label?.Level ?? 0, text));
        }

        // Text boxes hang in a run of the paragraph and are read after it.
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(b => !b.Ancestors<AlternateContentFallback>().Any()))
        {
            Read(box, numbers, blocks);
        }
    }

    private static WordTable ReadTable(Table table, WordNumbering numbers) => new(
    [
        .. table.Elements<TableRow>().Select(row => new WordTableRow(
            row.TableRowProperties?.Elements<TableHeader>().Any() == true,
            [.. row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row).Select(c => Cell(c, numbers))])),
    ]);

    private static IReadOnlyList<string> Cell(TableCell cell, WordNumbering numbers) =>
    [
        .. cell.Descendants<Paragraph>()
            .Select(p => (Line: Line(p), Paragraph: p))
            .Where(p => p.Line.Length > 0)
            .Select(p => numbers.Next(p.Paragraph) is { } label ? label.Text + " " + p.Line : p.Line),
    ];

    private static string Line(Paragraph paragraph) => ParagraphText.Of(paragraph).Trim();
}
