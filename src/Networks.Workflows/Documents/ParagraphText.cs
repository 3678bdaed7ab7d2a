using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents;

/// <summary>The text that a reader of one paragraph sees, however Word has split it over runs.</summary>
/// <remarks>Left out: deleted or moved-away text, field codes, fallbacks, and the paragraphs of text boxes inside.</remarks>
internal static class ParagraphText
{
    public static string Of(Paragraph paragraph) => string.Concat(Leaves(paragraph).Select(Written));

    /// <summary>Puts one run in the place of some characters, formatted like the first of them.</summary>
    /// <returns>The run, without text. Characters before it keep their positions.</returns>
    public static Run Replace(Paragraph paragraph, int start, int length)
    {
        SplitBefore(paragraph, start + length);
        SplitBefore(paragraph, start);

        var runs = Characters(paragraph).Skip(start).Take(length).Select(c => (Run)c.Leaf.Parent!).Distinct().ToList();
        foreach (var child in runs[0].ChildElements.Where(c => c is not RunProperties).ToList())
        {
            child.Remove();
        }

        runs.Skip(1).ToList().ForEach(r => r.Remove());
        return runs[0];
    }

    private static void SplitBefore(Paragraph paragraph, int position)
    {
        var at = Characters(paragraph).Skip(position).Take(1).ToList();
        if (at is not [var (leaf, index)])
        {
            return;
        }

        if (index > 0)
        {
            var text = (Text)leaf;
            leaf = text.InsertAfterSelf(Kept(text.Text[index..]));
            text.InsertAfterSelf(Kept(text.Text[..index]));
            text.Remove();
        }

        var run = (Run)leaf.Parent!;
        if (leaf.ElementsBefore().All(e => e is RunProperties))
        {
            return;
        }

        var tail = run.InsertAfterSelf(new Run());
        if (run.RunProperties is { } properties)
        {
            tail.RunProperties = (RunProperties)properties.CloneNode(true);
        }

        foreach (var moved in leaf.ElementsAfter().Prepend(leaf).ToList())
        {
            moved.Remove();
            tail.AppendChild(moved);
        }
    }

    public static Text Kept(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static IEnumerable<(OpenXmlElement Leaf, int Index)> Characters(Paragraph paragraph) =>
        Leaves(paragraph).SelectMany(leaf => Written(leaf).Select((_, i) => (leaf, i)));

    private static IEnumerable<OpenXmlElement> Leaves(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Text or TabChar or Break or CarriageReturn or NoBreakHyphen or FootnoteReference)
            {
                if (parent is Run)
                {
                    yield return child;
                }
            }
            else if (child is not (Paragraph or Table or TextBoxContent or DeletedRun or MoveFromRun or AlternateContentFallback))
            {
                foreach (var leaf in Leaves(child))
                {
                    yield return leaf;
                }
            }
        }
    }

    private static string Written(OpenXmlElement leaf) => leaf switch
    {
        Text t => t.Text,
        TabChar => "\t",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "-",
        FootnoteReference f => $"[{f.Id?.Value}]",
        _ => "",
    };
}
