using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Networks.Workflows.Documents;

/// <summary>One piece of the body that reads as something, with the number that Word shows before it.</summary>
internal sealed record PlacedElement(OpenXmlElement Element, string? Number);

/// <summary>A clause with what stands for it in the body, the heading first.</summary>
internal sealed record PlacedClause(Clause Clause, IReadOnlyList<PlacedElement> Elements)
{
    /// <summary>Paragraphs and tables alone: nothing that holds parts of two clauses.</summary>
    public bool IsPlain => Elements.All(e => e.Element is DocumentFormat.OpenXml.Wordprocessing.Paragraph or DocumentFormat.OpenXml.Wordprocessing.Table);

    public static IReadOnlyList<PlacedClause> Of(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        var numbers = new WordNumbering(main);
        var blocks = new List<WordBlock>();
        var places = new List<PlacedElement>();
        foreach (var child in main.Document.Body!.ChildElements)
        {
            var before = blocks.Count;
            WordReader.ReadElement(child, numbers, blocks);
            places.AddRange(blocks.Skip(before).Select(b => new PlacedElement(child, NumberOf(b))));
        }

        return [.. Clauses.Cut(blocks).Select(c => new PlacedClause(c.Clause, [.. places[c.Blocks].DistinctBy(p => p.Element)]))];
    }

    private static string? NumberOf(WordBlock block) => block switch
    {
        WordHeading heading => heading.Number,
        WordParagraph paragraph => paragraph.Number,
        _ => null,
    };
}
