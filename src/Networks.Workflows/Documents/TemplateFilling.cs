using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>Replaces the tags of one opened template. What was written into it is never read again.</summary>
internal sealed class TemplateFilling(TemplateReading reading, IReadOnlyDictionary<int, TemplateBlock> blocks)
{
    private readonly List<Refusal> _missing = [];
    private readonly HashSet<Paragraph> _touched = [];

    /// <summary>Every value that the template asked for in vain, once each.</summary>
    public IReadOnlyList<Refusal> Missing => [.. _missing.DistinctBy(r => r.Code + "|" + string.Join('|', r.Values))];

    public void Fill(TemplateValues values)
    {
        foreach (var story in reading.Stories)
        {
            Fill(story, new Scope(values, null, null, 0));
        }

        FilledDocument.Tidy(reading.Stories, _touched);
    }

    private void Fill(OpenXmlElement container, Scope scope)
    {
        var marks = container.Descendants<Run>()
            .Select(r => (Run: r, Number: TemplateReading.NumberOf(r)))
            .Where(m => m.Number is not null)
            .ToList();
        for (var i = 0; i < marks.Count; i++)
        {
            var (run, number) = marks[i];
            if (!blocks.TryGetValue(number!.Value, out var block))
            {
                Write(run, reading.Tags[number.Value].Tag, scope);
                continue;
            }

            var close = marks.FindIndex(i, m => m.Number == block.Close);
            var middle = block.Else is { } e ? marks.Find(m => m.Number == e).Run : null;
            Expand(block, run, middle, marks[close].Run, scope);
            i = close;
        }
    }

    private void Write(Run run, TemplateTag tag, Scope scope)
    {
        TemplateReading.Unmark(run);
        var (field, owner) = scope.Find(s => s.Values.Fields.Field(tag.Key));
        var written = owner.Values.Written(field, tag.Format);
        if (written is null)
        {
            _missing.Add(owner.List is { } list
                ? DocumentRefusals.ValueMissingInRow(field.Name, list, owner.Row)
                : DocumentRefusals.ValueMissing(field.Name));
            return;
        }

        var lines = written.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(ParagraphText.Kept(lines[i]));
        }
    }

    private void Expand(TemplateBlock block, Run open, Run? middle, Run close, Scope scope)
    {
        var first = Edge(block.Span, open);
        var last = Edge(block.Span, close);
        var parts = block.Span == BlockSpan.Row ? [first] : Between(first, last);
        var rest = middle is null ? [] : Between(Edge(block.Span, middle), last);
        if (middle is not null)
        {
            parts = Between(first, Edge(block.Span, middle));
        }

        if (block.Span == BlockSpan.InParagraph)
        {
            _touched.Add(open.Ancestors<Paragraph>().First());
        }

        foreach (var (branch, inner, copy) in Turns(block, scope, parts, rest))
        {
            OpenXmlElement holder = block.Span == BlockSpan.InParagraph ? new Paragraph() : new Body();
            branch.ForEach(p => holder.AppendChild(p.CloneNode(true)));
            RemoveEdges(holder, block);
            if (copy > 0)
            {
                FilledDocument.DropIdentities(holder);
            }

            Fill(holder, inner);
            foreach (var part in holder.ChildElements.ToList())
            {
                part.Remove();
                first.InsertBeforeSelf(part);
            }
        }

        List<OpenXmlElement> gone = block.Span == BlockSpan.Row ? [first] : [first, .. Between(first, last), last];
        gone.ForEach(e => e.Remove());
    }

    // What is written how often, and with which values.
    private IEnumerable<(List<OpenXmlElement> Branch, Scope Scope, int Copy)> Turns(
        TemplateBlock block, Scope scope, List<OpenXmlElement> parts, List<OpenXmlElement> rest)
    {
        var tag = reading.Tags[block.Open].Tag;
        if (tag.Kind == TagKind.When)
        {
            var (condition, owner) = scope.Find(s => s.Values.Fields.Condition(tag.Key));
            if (owner.Values.Holds(condition) is { } holds)
            {
                return [(holds ? parts : rest, scope, 0)];
            }

            _missing.Add(DocumentRefusals.ValueMissing(condition.Name));
            return [];
        }

        var (list, holder) = scope.Find(s => s.Values.Fields.List(tag.Key));
        if (holder.Values.Items(list) is { } items)
        {
            return items.Select((values, i) => (parts, new Scope(values, scope, list.Name, i + 1), i));
        }

        _missing.Add(DocumentRefusals.ValueMissing(list.Name));
        return [];
    }

    // In a row the two tags stand inside what is repeated; elsewhere around it.
    private void RemoveEdges(OpenXmlElement holder, TemplateBlock block)
    {
        if (block.Span != BlockSpan.Row)
        {
            return;
        }

        foreach (var run in holder.Descendants<Run>().Where(r => TemplateReading.NumberOf(r) is { } n && (n == block.Open || n == block.Close)).ToList())
        {
            _touched.Add(run.Ancestors<Paragraph>().First());
            run.Remove();
        }
    }

    private static OpenXmlElement Edge(BlockSpan span, Run run) => span switch
    {
        BlockSpan.InParagraph => run,
        BlockSpan.Paragraphs => run.Ancestors<Paragraph>().First(),
        BlockSpan.Row => run.Ancestors<TableRow>().First(),
    };

    private static List<OpenXmlElement> Between(OpenXmlElement first, OpenXmlElement last) =>
        [.. first.ElementsAfter().TakeWhile(e => e != last)];

    /// <param name="List">The list of which the values are one item; null for the whole document.</param>
    /// <param name="Row">Place of the item, from 1.</param>
    private sealed record Scope(TemplateValues Values, Scope? Around, string? List, int Row)
    {
        public (T Found, Scope Owner) Find<T>(Func<Scope, T?> look)
            where T : class
        {
            for (var scope = this; scope is not null; scope = scope.Around)
            {
                if (look(scope) is { } found)
                {
                    return (found, scope);
                }
            }

            throw new InvalidOperationException("The template was not checked.");
        }
    }
}
