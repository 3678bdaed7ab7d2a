using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>One mistake in a template.</summary>
/// <param name="Code">Stored word, <c>documents.template-…</c>.</param>
/// <param name="Paragraph">The text of the paragraph where it stands, so that its author finds it with Word's search.</param>
public sealed record TemplateProblem(string Code, string Paragraph, params object[] Values)
{
    /// <summary>The name that was probably meant; null where none is near.</summary>
    public string? Meant { get; init; }

    /// <summary>Cause and cure, in the current UI language.</summary>
    public string Text
    {
        get
        {
            var sentence = Words.Say(Code, Values);
            var place = Paragraph.Length == 0 ? "" : " " + Words.Say("documents.template-place", Paragraph);
            return (Meant is null ? sentence : $"{sentence} {Words.Say("documents.template-meant", Meant)}") + place;
        }
    }

    internal static TemplateProblem At(PlacedTag tag, string code) =>
        new("documents." + code, Shortened(tag.Context), "{{" + tag.Tag.Written + "}}");

    internal static string Shortened(string paragraph)
    {
        var line = string.Join(' ', paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 160 ? line : line[..159] + "…";
    }
}

/// <summary>What a template says about itself.</summary>
/// <param name="Problems">Empty when it can be filled. Every mistake, in reading order.</param>
/// <param name="Used">Names of fields, conditions and lists that it uses, as the list of fields writes them.</param>
public sealed record TemplateCheck(IReadOnlyList<TemplateProblem> Problems, IReadOnlySet<string> Used);
