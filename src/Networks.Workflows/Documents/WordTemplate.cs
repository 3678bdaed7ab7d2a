using DocumentFormat.OpenXml.Packaging;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>
/// A Word file with typed tags in the author's own words: <c>{{rete.nome}}</c>, <c>{{importo fondo: in lettere}}</c>,
/// <c>{{per ogni impresa}} … {{fine}}</c>, <c>{{se c'è il fondo}} … {{altrimenti}} … {{fine}}</c>.
/// </summary>
/// <remarks>
/// Two tags of a block in one paragraph hold the text between them; alone in their paragraphs, the paragraphs and tables
/// between them; in two cells of one row, the row. Anything else is a mistake with both places named.
/// </remarks>
public static class WordTemplate
{
    /// <summary>Every mistake at once, and the names in use.</summary>
    public static TemplateCheck Lint(WordFile template, TemplateFields fields)
    {
        ArgumentNullException.ThrowIfNull(template);
        using var document = WordprocessingDocument.Open(template.Copy(), isEditable: true, new OpenSettings { AutoSave = false });
        return new TemplateLint(new TemplateReading(document), fields).Check;
    }

    /// <summary>The document, or everything that stands in its way: first the template's mistakes, else each value that it asks for in vain.</summary>
    public static Result<WordFile> Fill(WordFile template, TemplateValues values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        using var stream = template.Copy();
        using (var document = WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            var reading = new TemplateReading(document);
            var lint = new TemplateLint(reading, values.Fields);
            if (lint.Check.Problems is { Count: > 0 } problems)
            {
                return Together([.. problems.Select(p => new Refusal(RefusalKind.Invalid, p.Code, p.Values))]);
            }

            var filling = new TemplateFilling(reading, lint.Blocks);
            filling.Fill(values);
            if (Refusal.Together(filling.Missing) is { } missing)
            {
                return missing;
            }

            foreach (var story in reading.Stories)
            {
                story.Save();
            }
        }

        return new WordFile(stream.ToArray());
    }

    private static Refusal Together(IReadOnlyList<Refusal> refusals) => refusals[0] with { Others = [.. refusals.Skip(1)] };
}
