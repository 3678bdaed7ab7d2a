namespace Networks.Workflows.Documents;

/// <summary>The published names of the fields of the documents of changes: <c>templates/network-accession/</c> and its siblings.</summary>
public static class ChangeDocumentFields
{
    public static readonly TemplateFields Accession = With(
        [
            .. Firm("aderente"), new("conferimento.importo", FieldKind.Euro), new("decisione.data", FieldKind.Date),
        ],
        [new("decidono le imprese"), new("c'è il conferimento")]);

    public static readonly TemplateFields Withdrawal = With(
        [
            .. Firm("uscente"), new("uscita.causa", FieldKind.Text), new("uscita.comunicazione", FieldKind.Date), new("uscita.giorno", FieldKind.Date),
        ],
        [new("c'è il giorno di uscita")]);

    public static readonly TemplateFields Amendment = With(
        [new("decisione.data", FieldKind.Date), new("deposito.impresa", FieldKind.Text)],
        [],
        new TemplateList("modifica", new([
            new("modifica.voce", FieldKind.Text), new("modifica.prima", FieldKind.Text), new("modifica.dopo", FieldKind.Text)])));

    public static readonly TemplateFields Closing = With(
        [new("scioglimento.causa", FieldKind.Text), new("scioglimento.giorno", FieldKind.Date), new("decisione.data", FieldKind.Date)],
        [new("decidono le imprese"), new("c'è il fondo")]);

    /// <summary>The fields of each folder of templates.</summary>
    public static IReadOnlyDictionary<string, TemplateFields> ByFolder { get; } = new Dictionary<string, TemplateFields>
    {
        ["network-accession"] = Accession,
        ["network-withdrawal"] = Withdrawal,
        ["network-amendment"] = Amendment,
        ["network-closing"] = Closing,
    };

    private static TemplateFields With(IReadOnlyList<TemplateField> own, IReadOnlyList<TemplateCondition> conditions, params IReadOnlyList<TemplateList> lists) => new(
        [new("rete.nome", FieldKind.Text), new("contratto.data", FieldKind.Date), .. own],
        conditions,
        [new("impresa", new([.. Firm("impresa")])), .. lists]);

    private static TemplateField[] Firm(string of) =>
    [
        new($"{of}.nome", FieldKind.Text), new($"{of}.sede", FieldKind.Text), new($"{of}.codice fiscale", FieldKind.Text), new($"{of}.rappresentante", FieldKind.Text),
    ];
}
