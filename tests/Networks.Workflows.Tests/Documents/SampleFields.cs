using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

/// <summary>A small list of fields of every kind, and values for it.</summary>
internal static class SampleFields
{
    public static readonly TemplateFields All = new(
        [
            new("rete.nome", FieldKind.Text, "network.name"),
            new("importo fondo", FieldKind.Euro),
            new("data inizio", FieldKind.Date),
            new("anni", FieldKind.Number),
        ],
        [new("c'è il fondo"), new("si può")],
        [
            new("impresa", new(
                [new("impresa.nome", FieldKind.Text), new("impresa.sede", FieldKind.Text)],
                [new("l'impresa è nuova")],
                [new("addetto", new([new("addetto.nome", FieldKind.Text)]))])),
        ]);

    public static TemplateValues Values(bool fund = true, params string[] firms) => new TemplateValues(All)
        .Text("rete.nome", "Rete Alfa & <Beta>")
        .Euro("importo fondo", 400_000)
        .Date("data inizio", new DateOnly(2026, 3, 1))
        .Number("anni", 5)
        .When("c'è il fondo", fund)
        .When("si può", true)
        .List("impresa", firms, (v, f) => v
            .Text("impresa.nome", f)
            .Text("impresa.sede", "sede di " + f)
            .When("l'impresa è nuova", f.StartsWith('N'))
            .List("addetto", [f + "1", f + "2"], (a, n) => a.Text("addetto.nome", n)));
}
