using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents;

/// <summary>Which part of a document two tags hold between them.</summary>
internal static class BlockPlace
{
    /// <returns>Null where the tags stand in places that have no whole part between them.</returns>
    public static BlockSpan? Of(PlacedTag open, PlacedTag? middle, PlacedTag close)
    {
        PlacedTag[] all = middle is null ? [open, close] : [open, middle, close];
        var paragraphs = all.Select(t => t.Paragraph).Distinct().ToList();
        if (paragraphs.Count == 1)
        {
            return all.All(t => t.Run.Parent == open.Run.Parent) ? BlockSpan.InParagraph : null;
        }

        if (paragraphs.Count == all.Length && paragraphs.All(p => p.Parent == paragraphs[0].Parent && Alone(p)))
        {
            return BlockSpan.Paragraphs;
        }

        var row = Row(open);
        return middle is null && row is not null && row == Row(close) && Cell(open) != Cell(close) ? BlockSpan.Row : null;
    }

    private static TableRow? Row(PlacedTag tag) => tag.Run.Ancestors<TableRow>().FirstOrDefault();

    private static TableCell? Cell(PlacedTag tag) => tag.Run.Ancestors<TableCell>().FirstOrDefault();

    private static bool Alone(Paragraph paragraph) =>
        paragraph.Descendants<Run>().Count(r => TemplateReading.NumberOf(r) is not null) == 1
        && string.IsNullOrWhiteSpace(ParagraphText.Of(paragraph))
        && !paragraph.Descendants().Any(e => e is Drawing or Picture or SectionProperties);
}
