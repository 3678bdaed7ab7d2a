using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>
/// The signed text with its amendments worked in (testo coordinato): an article that says what the template said gets its
/// new words; one that was edited by hand stays as it was signed, with the new words under it in brackets.
/// </summary>
/// <param name="Signed">The text that was frozen and signed.</param>
/// <param name="Before">What the template makes of the facts as they were signed.</param>
/// <param name="After">What it makes of them now.</param>
internal sealed record ConsolidatedText(WordFile Signed, WordFile Before, WordFile After)
{
    /// <param name="mark">Lines above the title; the first says that the text has no legal force.</param>
    public WordFile Make(IReadOnlyList<string> mark)
    {
        var before = WordReader.Read(Before).Clauses.ToLookup(c => c.Title);
        using var stream = Signed.Copy();
        using (var document = WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false }))
        using (var after = After.Open())
        {
            var body = document.MainDocumentPart!.Document.Body!;
            var signed = PlacedClause.Of(document).ToLookup(c => c.Clause.Title);
            var now = PlacedClause.Of(after);
            foreach (var clause in now.Where(c => before[c.Clause.Title].All(b => b.Sha256 != c.Clause.Sha256)))
            {
                Change(body, signed[clause.Clause.Title].FirstOrDefault(), before[clause.Clause.Title].FirstOrDefault(), clause);
            }

            foreach (var gone in before.Select(b => b.Key).Except(now.Select(c => c.Clause.Title)).SelectMany(title => signed[title]))
            {
                gone.Elements[^1].Element.InsertAfterSelf(Line(Words.In(Words.Italian, "documents.consolidated-gone")));
            }

            foreach (var line in mark.Reverse())
            {
                body.PrependChild(Line(line, bold: line == mark[0]));
            }

            document.MainDocumentPart.Document.Save();
        }

        return new WordFile(stream.ToArray());
    }

    private static void Change(Body body, PlacedClause? signed, Clause? before, PlacedClause after)
    {
        if (signed is null)
        {
            var last = body.Elements<SectionProperties>().LastOrDefault();
            foreach (var line in Lines("documents.consolidated-new", after.Clause))
            {
                _ = last is null ? body.AppendChild(line) : last.InsertBeforeSelf(line);
            }
        }
        else if (signed.Clause.Sha256 == before?.Sha256 && signed.IsPlain && after.IsPlain)
        {
            Replace(signed, after);
        }
        else
        {
            var at = signed.Elements[^1].Element;
            foreach (var line in Lines("documents.consolidated-edited", after.Clause))
            {
                at = at.InsertAfterSelf(line);
            }
        }
    }

    // The heading stays, so that articles go on being counted as they were signed.
    private static void Replace(PlacedClause signed, PlacedClause after)
    {
        var at = signed.Elements[0].Element;
        foreach (var (element, number) in after.Elements.Skip(1))
        {
            at = at.InsertAfterSelf(Copy(element, number));
        }

        foreach (var old in signed.Elements.Skip(1))
        {
            old.Element.Remove();
        }
    }

    /// <summary>With its number as words: the lists of the other file are not the same.</summary>
    private static OpenXmlElement Copy(OpenXmlElement element, string? number)
    {
        var copy = element.CloneNode(deep: true);
        FilledDocument.DropIdentities(copy);
        if (copy is Paragraph paragraph && number is not null)
        {
            var properties = paragraph.ParagraphProperties ??= new ParagraphProperties();
            properties.NumberingProperties = new NumberingProperties { NumberingId = new NumberingId { Val = 0 } };
            properties.InsertAfterSelf(new Run(new Text($"{number} ") { Space = SpaceProcessingModeValues.Preserve }));
        }

        return copy;
    }

    private static IEnumerable<Paragraph> Lines(string key, Clause clause) =>
        clause.Text.Split('\n').Select(text => Line(text)).Prepend(Line(Words.In(Words.Italian, key, clause.Title))).Append(Line("]"));

    private static Paragraph Line(string text, bool bold = false)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (bold)
        {
            run.PrependChild(new RunProperties(new Bold()));
        }

        return new Paragraph(run);
    }
}
