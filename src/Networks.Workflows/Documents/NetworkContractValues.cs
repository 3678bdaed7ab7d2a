namespace Networks.Workflows.Documents;

/// <summary>Writes the facts of a contract under the published names; everything a template can ask is computed here.</summary>
internal static class NetworkContractValues
{
    public static TemplateValues Of(NetworkContractText text)
    {
        var values = new TemplateValues(NetworkContractFields.All);
        Parties(values, text);
        Programme(values, text);
        Fund(values, text.Fund);
        Body(values, text.Body);
        Life(values, text);
        Closing(values, text);
        return values;
    }

    private static void Parties(TemplateValues values, NetworkContractText text) => values
        .Text("rete.nome", text.NetworkName)
        .Text("rete.sede", text.NetworkSeat)
        .Text("associazione", text.AssistingAssociation)
        .Text("notaio", text.Notary)
        .When("la rete ha soggettività giuridica", text.LegalPersonality)
        .When("l'atto è notarile", text.NotarialForm)
        .When("il notaio è indicato", Has(text.Notary))
        .When("c'è la sede", Has(text.NetworkSeat))
        .When("assiste un'associazione", Has(text.AssistingAssociation))
        .List("impresa", text.Firms, (v, f) => v
            .Text("impresa.nome", f.Name)
            .Text("impresa.forma giuridica", f.LegalForm)
            .Text("impresa.sede", f.Seat)
            .Text("impresa.codice fiscale", f.TaxCode)
            .Text("impresa.partita iva", f.VatNumber)
            .Text("impresa.rea", f.ReaNumber)
            .Text("impresa.camera", f.Chamber)
            .Text("impresa.pec", f.CertifiedEmail)
            .Text("impresa.rappresentante", f.Representative)
            .Text("impresa.rappresentante.codice fiscale", f.RepresentativeTaxCode)
            .Text("impresa.rappresentante.carica", f.RepresentativeRole));

    private static void Programme(TemplateValues values, NetworkContractText text) => values
        .Text("programma.oggetto", text.Purpose)
        .List("obiettivo", text.Objectives, (v, o) => v.Text("obiettivo.testo", o.Text).Text("obiettivo.misura", o.Measure))
        .List("attività", text.Activities.Where(Has), (v, a) => v.Text("attività.testo", a))
        .List("impegno", text.Duties.Where(Has), (v, d) => v.Text("impegno.testo", d))
        .When("ci sono impegni propri", text.FirmDuties.Count > 0)
        .List("impegno proprio", text.FirmDuties, (v, d) => v.Text("impegno proprio.impresa", d.Firm).Text("impegno proprio.testo", d.Text));

    private static void Fund(TemplateValues values, ContractFund? fund) => values
        .When("c'è il fondo", fund is not null)
        .Euro("fondo.importo", fund?.Contributions.Sum(c => c.Cents ?? 0))
        .Text("fondo.regole", fund?.Rules)
        .When("sono previsti conferimenti successivi", Has(fund?.LaterContributions))
        .Text("fondo.conferimenti successivi", fund?.LaterContributions)
        .List("conferimento", fund?.Contributions ?? [], (v, c) => v
            .Text("conferimento.impresa", c.Firm)
            .Euro("conferimento.importo", c.Cents)
            .Text("conferimento.natura", c.Kind)
            .Text("conferimento.entro", c.Due));

    private static void Body(TemplateValues values, ContractBody? body) => values
        .When("c'è l'organo comune", body is not null)
        .When("l'organo rappresenta", body is { Represents: true })
        .Text("organo.titolare", body?.Holder)
        .Number("organo.anni", body?.TermYears)
        .Text("organo.sostituzione", body?.Replacement)
        .List("potere", body?.Powers.Where(Has) ?? [], (v, p) => v.Text("potere.testo", p));

    private static void Life(TemplateValues values, NetworkContractText text) => values
        .When("la durata è in anni", text.Duration?.Years is not null)
        .Number("durata.anni", text.Duration?.Years)
        .Date("durata.fine", text.Duration?.LastDay)
        .When("c'è il rinnovo tacito", text.Duration?.RenewalYears is not null)
        .Number("rinnovo.anni", text.Duration?.RenewalYears)
        .When("il rinnovo ha un limite", text.Duration?.RenewalLimit is not null)
        .Date("rinnovo.limite", text.Duration?.RenewalLimit)
        .When("l'adesione è libera", text.OpenAccession)
        .Text("adesione.requisito", text.AccessionRequirement)
        .When("il recesso è libero", text.WithdrawalNoticeMonths is not null)
        .Number("recesso.mesi", text.WithdrawalNoticeMonths)
        .Number("imprese.minimo", text.MinimumFirms)
        .When("si decide all'unanimità", text.Decisions?.Percent == 100)
        .When("si decide a maggioranza semplice", text.Decisions?.Percent == 0)
        .Number("decisioni.percentuale", text.Decisions?.Percent)
        .When("ci sono materie riservate", text.ReservedMatters.Count > 0)
        .List("materia riservata", text.ReservedMatters, (v, m) => v
            .Text("materia riservata.testo", m.Matter)
            .Text("materia riservata.voto", m.Quorum))
        .When("il programma si modifica a maggioranza", text.ProgrammeChangePercent is not null)
        .Number("programma.percentuale", text.ProgrammeChangePercent);

    private static void Closing(TemplateValues values, NetworkContractText text) => values
        .When("c'è il patto di non concorrenza", text.NonCompete is not null)
        .Text("non concorrenza.ambito", text.NonCompete?.Scope)
        .Number("non concorrenza.mesi", text.NonCompete?.Months)
        .Number("riservatezza.anni", text.ConfidentialityYears)
        .Text("impresa di riferimento", text.ReferenceFirm)
        .Text("mediazione.organismo", text.MediationBody)
        .Text("foro", text.Court)
        .Text("registrazione.persona", text.TaxRegistrant)
        .Text("registrazione.codice fiscale", text.TaxRegistrantTaxCode);

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
