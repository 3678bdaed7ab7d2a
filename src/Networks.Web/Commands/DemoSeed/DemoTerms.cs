using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Drafting.SetTerms;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What the firms of a tale agree on.</summary>
/// <param name="Aim">What they do together, as the contract's programme says it.</param>
internal sealed record DemoTerms(string Aim)
{
    private const long _contributionCents = 5_000_00;

    /// <summary>A common fund with equal contributions, and a common body.</summary>
    public bool Fund { get; init; }

    /// <summary>Legal personality: seat and end of the financial year.</summary>
    public DemoTown? Seat { get; init; }

    public int NoticeMonths { get; init; } = 6;

    /// <param name="firms">The first one is the reference enterprise.</param>
    public TermsContent Of(string network, IReadOnlyList<(DemoFirm Firm, ParticipantId Participant)> firms) => new(
        network,
        Fund || Seat is not null ? SeatAt(Seat ?? firms[0].Firm.Town) : null,
        Terms(firms[0].Firm),
        Fund ? new CommonFund("denaro", "L'organo comune amministra il fondo e ne rende conto ogni anno ai partecipanti.", "Altri versamenti si decidono a maggioranza.", 60) : null,
        Fund ? new CommonBody(
            firms[0].Firm.Representative,
            "Attuare il programma di rete\nGestire il fondo patrimoniale comune\nRappresentare le imprese verso enti e finanziatori",
            "Se manca, i partecipanti nominano il sostituto entro trenta giorni.",
            "Procedure di programmazione negoziata e accesso al credito.")
        { TermYears = 3 } : null,
        firms[0].Participant,
        firms.ToDictionary(f => f.Participant.Value, _ => _contributionCents));

    private ContractTerms Terms(DemoFirm reference) => new()
    {
        Programme = Aim,
        Objectives =
        [
            new StrategicObjective("Accrescere la capacità innovativa dei partecipanti", "Progetti comuni avviati ogni anno, almeno uno"),
            new StrategicObjective("Ridurre i costi di acquisto e di trasporto", "Costo medio per commessa, meno tre per cento l'anno"),
        ],
        RightsAndDuties = "Ogni impresa mette a disposizione i propri impianti secondo il calendario comune.\nOgni impresa conserva la propria autonomia e i propri clienti.",
        MeansOfPursuit = "Commesse eseguite insieme.\nAcquisti comuni.\nUna riunione tecnica ogni tre mesi.",
        DurationYears = 5,
        RenewalYears = 3,
        NoticeMonths = NoticeMonths,
        AccessionRules = "Imprese della filiera, presentate da due partecipanti.",
        OpenAccession = true,
        DecisionPercent = 66,
        ProgrammeChangePercent = 75,
        MeetingEveryMonths = 6,
        FinancialYearEnd = Seat is null ? null : "12-31",
        MediationBody = "Organismo di mediazione della Camera di commercio",
        DisputeCourt = reference.Town.Name,
        TaxRegistrationPerson = reference.Representative,
        TaxRegistrationTaxCode = reference.RepresentativeTaxCode,
    };

    private static PostalAddress SeatAt(DemoTown town) => new("Via della Rete", "1", town.PostalCode, town.Name, town.Province);
}
