using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>Which field a column holds, by what stands above it. A person corrects it.</summary>
internal static class ColumnGuess
{
    /// <summary>Columns beyond are not read.</summary>
    public const int MostColumns = 100;


    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["nome"] = "name",
        ["denominazione"] = "name",
        ["ragionesociale"] = "name",
        ["impresa"] = "name",
        ["azienda"] = "name",
        ["firm"] = "name",
        ["company"] = "name",
        ["companyname"] = "name",
        ["nom"] = "name",
        ["raisonsociale"] = "name",
        ["entreprise"] = "name",
        ["cf"] = "tax-code",
        ["codicefiscale"] = "tax-code",
        ["codfiscale"] = "tax-code",
        ["codfisc"] = "tax-code",
        ["codefiscal"] = "tax-code",
        ["piva"] = "vat-number",
        ["partitaiva"] = "vat-number",
        ["iva"] = "vat-number",
        ["vat"] = "vat-number",
        ["partitaivaestera"] = "eu-vat",
        ["ivaeuropea"] = "eu-vat",
        ["tva"] = "eu-vat",
        ["numerotva"] = "eu-vat",
        ["vatid"] = "eu-vat",
        ["formagiuridica"] = "legal-form",
        ["naturagiuridica"] = "legal-form",
        ["formejuridique"] = "legal-form",
        ["paese"] = "country",
        ["stato"] = "country",
        ["nazione"] = "country",
        ["pays"] = "country",
        ["prov"] = "province",
        ["pr"] = "province",
        ["provincia"] = "province",
        ["sigla"] = "province",
        ["numerorea"] = "rea",
        ["nrea"] = "rea",
        ["nuts3"] = "nuts",
        ["codicenuts"] = "nuts",
        ["pec"] = "certified-email",
        ["domiciliodigitale"] = "certified-email",
        ["mail"] = "email",
        ["postaelettronica"] = "email",
        ["courriel"] = "email",
        ["indirizzomail"] = "email",
        ["telefono"] = "phone",
        ["tel"] = "phone",
        ["cellulare"] = "phone",
        ["telephone"] = "phone",
        ["referente"] = "contact",
        ["contatto"] = "contact",
        ["persona"] = "contact",
        ["interlocuteur"] = "contact",
        ["lingua"] = "language",
        ["langue"] = "language",
        ["ateco"] = "activity-2025",
        ["codiceateco"] = "activity-2025",
        ["ateco2025"] = "activity-2025",
        ["attivita"] = "activity-2025",
        ["ateco2007"] = "activity-2007",
        ["codiceateco2007"] = "activity-2007",
        ["dimensione"] = "size",
        ["classe"] = "size",
        ["classedimensionale"] = "size",
        ["taille"] = "size",
        ["addetti"] = "employees",
        ["dipendenti"] = "employees",
        ["ula"] = "employees",
        ["salaries"] = "employees",
        ["effectif"] = "employees",
        ["raggio"] = "reach",
        ["territorio"] = "reach",
        ["rayon"] = "reach",
        ["capacita"] = "capabilities",
        ["lavorazioni"] = "capabilities",
        ["competenze"] = "capabilities",
        ["capacites"] = "capabilities",
        ["certificazioni"] = "certificates",
        ["certificati"] = "certificates",
        ["certifications"] = "certificates",
        ["certificats"] = "certificates",
        ["offre"] = "offers",
        ["offerta"] = "offers",
        ["prodotti"] = "offers",
        ["descrizione"] = "offers",
        ["description"] = "offers",
        ["cerca"] = "seeks",
        ["ricerca"] = "seeks",
        ["cherche"] = "seeks",
        ["disponibilefino"] = "available-until",
        ["disponibilefinoal"] = "available-until",
        ["disponibilita"] = "available-until",
        ["informativa"] = "privacy-on",
        ["informativaprivacy"] = "privacy-on",
        ["consensocontatto"] = "allows-contact",
        ["contattabile"] = "allows-contact",
        ["consensoanonimo"] = "allows-anonymous",
        ["mostrareanonima"] = "allows-anonymous",
        ["anonima"] = "allows-anonymous",
        ["consensonome"] = "allows-name",
        ["nominabile"] = "allows-name",
    };

    /// <returns>A field's word for each column; empty for one that is left out. No field twice.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> heading)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. heading.Take(MostColumns).Select(title => FieldOf(title) is { } field && taken.Add(field) ? field : "")];
    }

    private static string? FieldOf(string title)
    {
        var plain = FieldReaders.Plain(title);
        return RegisterFields.Names.FirstOrDefault(n => FieldReaders.Plain(n) == plain) ?? _names.GetValueOrDefault(plain);
    }
}
