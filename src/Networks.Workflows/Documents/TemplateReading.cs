using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents;

/// <summary>An opened template whose every tag stands in a run of its own, marked with its number.</summary>
internal sealed partial class TemplateReading
{
    private const string _namespace = "urn:networks:tag";

    private readonly List<PlacedTag> _tags = [];
    private readonly List<TemplateProblem> _problems = [];

    public TemplateReading(WordprocessingDocument document)
    {
        Stories = [.. StoriesOf(document.MainDocumentPart!)];
        foreach (var story in Stories)
        {
            if (story.Descendants().Any(e => e is InsertedRun or DeletedRun or MoveFromRun or MoveToRun))
            {
                _problems.Add(new TemplateProblem("documents.template-tracked-changes", ""));
            }

            story.Descendants<Paragraph>().ToList().ForEach(Isolate);
        }
    }

    /// <summary>Body, headers, footers, footnotes, endnotes.</summary>
    public IReadOnlyList<OpenXmlPartRootElement> Stories { get; }

    public IReadOnlyList<PlacedTag> Tags => _tags;

    /// <summary>Mistakes in the writing of tags; what they mean is for <see cref="TemplateLint"/>.</summary>
    public IReadOnlyList<TemplateProblem> Problems => _problems;

    /// <returns>The number of the tag for which the run stands, null for a run of text.</returns>
    public static int? NumberOf(Run run) =>
        run.ExtendedAttributes.Where(a => a.NamespaceUri == _namespace)
            .Select(a => (int?)int.Parse(a.Value!, CultureInfo.InvariantCulture))
            .FirstOrDefault();

    /// <summary>Makes of a tag's run a run of text again.</summary>
    public static void Unmark(Run run) => run.RemoveAttribute("n", _namespace);

    private static IEnumerable<OpenXmlPartRootElement> StoriesOf(MainDocumentPart main)
    {
        var stories = main.HeaderParts.Select(p => (OpenXmlPartRootElement?)p.Header)
            .Prepend(main.Document)
            .Concat(main.FooterParts.Select(p => p.Footer))
            .Append(main.FootnotesPart?.Footnotes)
            .Append(main.EndnotesPart?.Endnotes);
        return stories.OfType<OpenXmlPartRootElement>();
    }

    private void Isolate(Paragraph paragraph)
    {
        var text = ParagraphText.Of(paragraph);
        var found = Tag().Matches(text);
        FindStrayBraces(text);
        var placed = new List<PlacedTag>();
        foreach (var match in found.Reverse())
        {
            var run = ParagraphText.Replace(paragraph, match.Index, match.Length);
            placed.Insert(0, new PlacedTag(TemplateTag.Read(match.Groups[1].Value), run, text));
        }

        foreach (var tag in placed)
        {
            tag.Run.SetAttribute(new OpenXmlAttribute("n", "n", _namespace, _tags.Count.ToString(CultureInfo.InvariantCulture)));
            _tags.Add(tag);
        }

        if (placed.Count > 1 && placed.All(t => t.Tag.Kind != TagKind.Value) && ParagraphText.Of(paragraph).Trim().Length == 0)
        {
            OneTagEach(paragraph, placed);
        }
    }

    // "{{fine}}{{fine}}" alone in a paragraph is two paragraphs of one tag, so that each closes its own block.
    private static void OneTagEach(Paragraph paragraph, List<PlacedTag> tags)
    {
        foreach (var tag in Enumerable.Reverse(tags).SkipLast(1))
        {
            tag.Run.Remove();
            var own = paragraph.InsertAfterSelf(new Paragraph());
            if (paragraph.ParagraphProperties is { SectionProperties: null } properties)
            {
                own.ParagraphProperties = (ParagraphProperties)properties.CloneNode(true);
            }

            own.AppendChild(tag.Run);
        }
    }

    private void FindStrayBraces(string text)
    {
        var rest = Tag().Replace(text, m => new string(' ', m.Length));
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
        {
            _problems.Add(new TemplateProblem("documents.template-braces", TemplateProblem.Shortened(text)));
        }
    }

    [GeneratedRegex(@"\{\{((?:(?!\{\{|\}\}).)*)\}\}", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
