using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents;

internal enum TagKind
{
    Value,
    Each,
    When,
    Else,
    End,
}

/// <summary>One <c>{{…}}</c> as its author wrote it.</summary>
/// <param name="Key">The name of the field, condition or list, as <see cref="TagText.Key"/>; empty for else and end.</param>
/// <param name="Format">What follows the colon, as a key; empty where there is none.</param>
internal sealed record TemplateTag(TagKind Kind, string Key, string Format, string Written)
{
    private static readonly (TagKind Kind, string[] Words)[] _openings =
    [
        (TagKind.Each, ["per ogni ", "for each ", "pour chaque "]),
        (TagKind.When, ["se ", "if ", "si "]),
    ];

    private static readonly string[] _else = ["altrimenti", "else", "sinon"];
    private static readonly string[] _end = ["fine", "end", "fin"];

    public static TemplateTag Read(string inside)
    {
        var written = inside.Trim();
        var key = TagText.Key(inside);
        if (_else.Contains(key))
        {
            return new TemplateTag(TagKind.Else, "", "", written);
        }

        if (_end.Contains(key))
        {
            return new TemplateTag(TagKind.End, "", "", written);
        }

        foreach (var (kind, words) in _openings)
        {
            if (words.FirstOrDefault(w => key.StartsWith(w, StringComparison.Ordinal)) is { } word)
            {
                return new TemplateTag(kind, key[word.Length..].Trim(), "", written);
            }
        }

        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new TemplateTag(TagKind.Value, key, "", written)
            : new TemplateTag(TagKind.Value, key[..colon].Trim(), key[(colon + 1)..].Trim(), written);
    }
}

/// <summary>A tag at its place in the document.</summary>
/// <param name="Run">Stands for the tag until it is filled; holds no text.</param>
/// <param name="Context">The whole text of its paragraph as the author wrote it, for messages.</param>
internal sealed record PlacedTag(TemplateTag Tag, Run Run, string Context)
{
    public Paragraph Paragraph => Run.Ancestors<Paragraph>().First();
}

/// <summary>Where the two ends of a block stand, which decides what is repeated or left out.</summary>
internal enum BlockSpan
{
    InParagraph,
    Paragraphs,
    Row,
}

/// <param name="Open">Index of its first tag among the tags of the document, in reading order.</param>
/// <param name="Else">Index, null where there is none.</param>
internal sealed record TemplateBlock(BlockSpan Span, int Open, int? Else, int Close);
