using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>The fields of <c>templates/network-contract/</c>: their published names, and how a contract's facts become values.</summary>
public static class NetworkContractFields
{
    /// <summary>Folder of its templates.</summary>
    public const string Folder = "network-contract";

    public static readonly TemplateFields All = new(
        [
            new("rete.nome", FieldKind.Text, "network.name", "nom du réseau"),
            new("rete.sede", FieldKind.Text, "network.seat", "siège du réseau"),
            new("associazione", FieldKind.Text, "association"),
            new("notaio", FieldKind.Text, "notary", "notaire"),
            new("programma.oggetto", FieldKind.Text, "programme.purpose"),
            new("fondo.importo", FieldKind.Euro, "importo fondo", "fund.amount"),
            new("fondo.regole", FieldKind.Text, "fund.rules"),
            new("fondo.conferimenti successivi", FieldKind.Text, "fund.later contributions"),
            new("organo.titolare", FieldKind.Text, "body.holder"),
            new("organo.anni", FieldKind.Number, "body.years"),
            new("organo.sostituzione", FieldKind.Text, "body.replacement"),
            new("durata.anni", FieldKind.Number, "duration.years"),
            new("durata.fine", FieldKind.Date, "duration.last day"),
            new("rinnovo.anni", FieldKind.Number, "renewal.years"),
            new("rinnovo.limite", FieldKind.Date, "renewal.limit"),
            new("adesione.requisito", FieldKind.Text, "accession.requirement"),
            new("recesso.mesi", FieldKind.Number, "withdrawal.months"),
            new("imprese.minimo", FieldKind.Number, "firms.minimum"),
            new("decisioni.percentuale", FieldKind.Number, "decisions.percent"),
            new("programma.percentuale", FieldKind.Number, "programme.percent"),
            new("non concorrenza.ambito", FieldKind.Text, "non-compete.scope"),
            new("non concorrenza.mesi", FieldKind.Number, "non-compete.months"),
            new("riservatezza.anni", FieldKind.Number, "confidentiality.years"),
            new("impresa di riferimento", FieldKind.Text, "reference enterprise"),
            new("mediazione.organismo", FieldKind.Text, "mediation.body"),
            new("foro", FieldKind.Text, "court"),
            new("registrazione.persona", FieldKind.Text, "tax registration.person"),
            new("registrazione.codice fiscale", FieldKind.Text, "tax registration.tax code"),
        ],
        [
            new("la rete ha soggettività giuridica", "the network has legal personality"),
            new("l'atto è notarile", "the deed is notarial"),
            new("il notaio è indicato", "the notary is named"),
            new("c'è la sede", "there is a seat"),
            new("assiste un'associazione", "an association assists"),
            new("ci sono impegni propri", "there are duties of single firms"),
            new("c'è il fondo", "there is a fund"),
            new("sono previsti conferimenti successivi", "later contributions are foreseen"),
            new("c'è l'organo comune", "there is a common body"),
            new("l'organo rappresenta", "the body represents"),
            new("la durata è in anni", "the duration is in years"),
            new("c'è il rinnovo tacito", "there is tacit renewal"),
            new("il rinnovo ha un limite", "the renewal has a limit"),
            new("l'adesione è libera", "accession is open"),
            new("il recesso è libero", "withdrawal is free"),
            new("si decide all'unanimità", "decisions are unanimous"),
            new("si decide a maggioranza semplice", "decisions are by simple majority"),
            new("ci sono materie riservate", "there are reserved matters"),
            new("il programma si modifica a maggioranza", "the programme changes by majority"),
            new("c'è il patto di non concorrenza", "there is a non-compete"),
        ],
        [
            new("impresa", new(
                [
                    new("impresa.nome", FieldKind.Text, "firm.name"),
                    new("impresa.forma giuridica", FieldKind.Text, "firm.legal form"),
                    new("impresa.sede", FieldKind.Text, "firm.seat"),
                    new("impresa.codice fiscale", FieldKind.Text, "firm.tax code"),
                    new("impresa.partita iva", FieldKind.Text, "firm.vat number"),
                    new("impresa.rea", FieldKind.Text, "firm.rea"),
                    new("impresa.camera", FieldKind.Text, "firm.chamber"),
                    new("impresa.pec", FieldKind.Text, "firm.certified email"),
                    new("impresa.rappresentante", FieldKind.Text, "firm.representative"),
                    new("impresa.rappresentante.codice fiscale", FieldKind.Text, "firm.representative.tax code"),
                    new("impresa.rappresentante.carica", FieldKind.Text, "firm.representative.role"),
                ]), "firm", "entreprise"),
            new("obiettivo", new(
                [new("obiettivo.testo", FieldKind.Text, "objective.text"), new("obiettivo.misura", FieldKind.Text, "objective.measure")]), "objective"),
            new("attività", new([new("attività.testo", FieldKind.Text, "activity.text")]), "activity"),
            new("impegno", new([new("impegno.testo", FieldKind.Text, "duty.text")]), "duty"),
            new("impegno proprio", new(
                [new("impegno proprio.impresa", FieldKind.Text, "own duty.firm"), new("impegno proprio.testo", FieldKind.Text, "own duty.text")]), "own duty"),
            new("conferimento", new(
                [
                    new("conferimento.impresa", FieldKind.Text, "contribution.firm"),
                    new("conferimento.importo", FieldKind.Euro, "contribution.amount"),
                    new("conferimento.natura", FieldKind.Text, "contribution.kind"),
                    new("conferimento.entro", FieldKind.Text, "contribution.due"),
                ]), "contribution"),
            new("potere", new([new("potere.testo", FieldKind.Text, "power.text")]), "power"),
            new("materia riservata", new(
                [new("materia riservata.testo", FieldKind.Text, "reserved matter.text"), new("materia riservata.voto", FieldKind.Text, "reserved matter.vote")]),
                "reserved matter"),
        ]);

    /// <summary>The draft of the contract.</summary>
    /// <returns>A refusal <c>documents.missing-…</c> with all the others where the facts are not complete.</returns>
    public static Result<WordFile> Draft(WordFile template, NetworkContractText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Refusal.Together(text.Missing().Select(m => new Refusal(RefusalKind.Invalid, m.Code, m.Values))) is { } missing
            ? missing
            : WordTemplate.Fill(template, NetworkContractValues.Of(text));
    }
}
