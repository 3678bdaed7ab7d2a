using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Networks.Workflows.Documents;

/// <summary>Keeps a filled document valid: no empty leftovers, no identity twice.</summary>
internal static class FilledDocument
{
    /// <summary>Takes out of a second copy what may exist only once: bookmarks, comment marks, paragraph ids.</summary>
    public static void DropIdentities(OpenXmlElement copy)
    {
        foreach (var once in copy.Descendants()
            .Where(e => e is BookmarkStart or BookmarkEnd or CommentRangeStart or CommentRangeEnd or CommentReference)
            .ToList())
        {
            once.Remove();
        }

        foreach (var paragraph in copy.Descendants<Paragraph>())
        {
            paragraph.ParagraphId = null;
            paragraph.TextId = null;
        }
    }

    /// <param name="touched">Paragraphs in which a block stood; those that it left empty go.</param>
    public static void Tidy(IReadOnlyList<OpenXmlPartRootElement> stories, IEnumerable<Paragraph> touched)
    {
        foreach (var paragraph in touched.Where(p => p.Parent is not null && Empty(p)))
        {
            if (paragraph.Parent!.Elements<Paragraph>().Skip(1).Any())
            {
                paragraph.Remove();
            }
        }

        foreach (var story in stories)
        {
            story.Descendants<Table>().Where(t => !t.Descendants<TableRow>().Any()).ToList().ForEach(t => t.Remove());
            foreach (var cell in story.Descendants<TableCell>().Where(c => c.LastChild is not Paragraph))
            {
                cell.AppendChild(new Paragraph());
            }

            if (story is Header or Footer && !story.Elements<Paragraph>().Any())
            {
                story.AppendChild(new Paragraph());
            }
        }

        uint id = 1;
        foreach (var drawing in stories.SelectMany(s => s.Descendants<Drawing.DocProperties>()))
        {
            drawing.Id = id++;
        }
    }

    private static bool Empty(Paragraph paragraph) =>
        string.IsNullOrWhiteSpace(ParagraphText.Of(paragraph))
        && !paragraph.Descendants().Any(e =>
            e is DocumentFormat.OpenXml.Wordprocessing.Drawing or Picture or EmbeddedObject or FieldChar or SimpleField or SectionProperties or Break);
}
