using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Administration;

/// <summary>Fills a template with an invented example, so that it is seen to work before a real document is made from it.</summary>
internal static class TemplateTrial
{
    /// <summary>What stands in the example instead of the bare name of a field.</summary>
    private static readonly Dictionary<string, string[]> _examples = new(StringComparer.Ordinal)
    {
        ["rete.nome"] = ["Rete di prova Adda"],
        ["rete.sede"] = ["Via Invenzione 1, 23900 Lecco (LC)"],
        ["impresa.nome"] = ["Officine Prova S.r.l.", "Torneria Esempio S.n.c."],
        ["impresa.sede"] = ["Via Invenzione 2, 23900 Lecco (LC)", "Via Invenzione 3, 20900 Monza (MB)"],
        ["impresa.rappresentante"] = ["Ada Esempi", "Bruno Prova"],
        ["aderente.nome"] = ["Carpenteria Campione S.r.l."],
        ["uscente.nome"] = ["Torneria Esempio S.n.c."],
        ["programma.oggetto"] = ["la progettazione e la vendita di stampi di prova"],
    };

    /// <summary>The example with every part of the text in it.</summary>
    public static Result<WordFile> Fill(WordFile template, TemplateFields fields) => Fill(template, fields, everything: true);

    /// <summary>Null when the template can be filled with every condition fulfilled and with none.</summary>
    public static Refusal? Refuse(WordFile template, TemplateFields fields)
    {
        var check = WordTemplate.Lint(template, fields);
        return Refusal.Together(check.Problems.Select(p => AdministrationRefusals.TemplateProblem(p.Text)))
            ?? Fill(template, fields, everything: true).Refusal
            ?? Fill(template, fields, everything: false).Refusal;
    }

    public static IReadOnlyList<string> Unused(WordFile template, TemplateFields fields)
    {
        var used = WordTemplate.Lint(template, fields).Used;
        return [.. fields.AllNames.Where(name => !used.Contains(name))];
    }

    private static Result<WordFile> Fill(WordFile template, TemplateFields fields, bool everything) =>
        WordTemplate.Fill(template, Set(new TemplateValues(fields), fields, everything, 0));

    private static TemplateValues Set(TemplateValues values, TemplateFields fields, bool everything, int row)
    {
        foreach (var field in fields.Fields)
        {
            _ = field.Kind switch
            {
                FieldKind.Text => values.Text(field.Name, _examples.TryGetValue(field.Name, out var texts) ? texts[row % texts.Length] : $"«{field.Name}»"),
                FieldKind.Date => values.Date(field.Name, new DateOnly(2026, 3, 1)),
                FieldKind.Euro => values.Euro(field.Name, 12_500_00),
                FieldKind.Number => values.Number(field.Name, 3),
            };
        }

        foreach (var condition in fields.Conditions)
        {
            values.When(condition.Name, everything);
        }

        foreach (var list in fields.Lists)
        {
            values.List(list.Name, Enumerable.Range(0, 2), (item, number) => Set(item, list.Item, everything, number));
        }

        return values;
    }
}
