using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

/// <summary>Invented contracts for the templates.</summary>
internal static class SampleContracts
{
    public const string TemplatePath = "templates/network-contract/v1.docx";

    public static WordFile Template =>
        UploadGate.CheckWord(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, TemplatePath))).Value;

    /// <summary>Two firms, no fund, no body, nothing optional.</summary>
    public static NetworkContractText Smallest => new()
    {
        NetworkName = "Rete Stampi Alto Lario",
        LegalPersonality = false,
        NotarialForm = false,
        Firms = Firms(2),
        Purpose = "la progettazione e la vendita in comune di stampi per la plastica biodegradabile",
        Objectives = [new("Entrare in due nuovi mercati esteri", "Numero di Paesi con almeno un ordine nell'anno")],
        Activities = ["la partecipazione comune a due fiere di settore ogni anno"],
        Duties = ["mettere a disposizione un referente tecnico per quattro ore la settimana"],
        Duration = new ContractDuration(5, null, null, null),
        AccessionRequirement = "sede operativa in Lombardia e certificazione ISO 9001",
        Decisions = new ContractDecisionRule(100),
        ReferenceFirm = "Impresa numero 1 S.r.l.",
        MediationBody = "l'organismo di mediazione della Camera di commercio di Como-Lecco",
        Court = "Lecco",
        TaxRegistrant = "Bianca Lariani",
        TaxRegistrantTaxCode = "BNCLRA85D52F205X",
    };

    /// <summary>Everything that the template can say.</summary>
    public static NetworkContractText Fullest(int firms) => Smallest with
    {
        NetworkSeat = "Via delle Officine 12, 23900 Lecco (LC)",
        AssistingAssociation = "Unione Imprese del Lago",
        Notary = "Ada Sigilli in Lecco",
        Firms = Firms(firms),
        FirmDuties = [new("Impresa numero 2 S.r.l.", "mettere a disposizione il laboratorio di prova dieci giorni l'anno")],
        Fund = new ContractFund(
            [.. Firms(firms).Select((f, i) => new ContractContribution(f.Name, 400_000 + i, "danaro", "30 giorni dagli effetti"))],
            "ogni spesa superiore a mille euro è autorizzata per iscritto",
            "euro mille per ciascuna Impresa nel secondo anno, in danaro"),
        Body = new ContractBody(
            "Impresa numero 1 S.r.l., nella persona di Carla Torni",
            3,
            ["stipulare i contratti previsti dal piano operativo", "gestire il conto dedicato"],
            "In caso di dimissioni o impedimento le Imprese nominano il sostituto entro trenta giorni",
            Represents: true),
        Duration = new ContractDuration(null, new DateOnly(2031, 12, 1), 1, new DateOnly(2036, 12, 31)),
        WithdrawalNoticeMonths = 6,
        Decisions = new ContractDecisionRule(66),
        ReservedMatters = [new("Uso del marchio della rete", "il voto favorevole di tutte le Imprese")],
        ProgrammeChangePercent = 75,
        NonCompete = new ContractNonCompete("la vendita di stampi per la plastica biodegradabile in Svizzera", 12),
    };

    public static NetworkContractText LegalEntity => Fullest(4) with { LegalPersonality = true, NotarialForm = true };

    public static IReadOnlyList<ContractFirm> Firms(int count, string surname = "") =>
    [
        .. Enumerable.Range(1, count).Select(i => new ContractFirm(
            $"Impresa numero {i}{surname} S.r.l.",
            "società a responsabilità limitata",
            $"Via Prova {i}, 23900 Lecco (LC)",
            $"{10_000_000_000 + i}",
            $"{20_000_000_000 + i}",
            $"LC {300_000 + i}",
            "Camera di commercio di Como-Lecco",
            $"impresa{i}@pec.example.it",
            $"Persona {i}{surname}",
            "RSSMRA80A01H501U",
            "amministratore unico")),
    ];
}
