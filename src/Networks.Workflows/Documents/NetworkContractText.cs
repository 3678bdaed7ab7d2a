namespace Networks.Workflows.Documents;

/// <summary>Everything that <c>templates/network-contract/v1.docx</c> says about one network, in plain types.</summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-ter letters a) to f). What may lack while the case is being prepared is nullable;
/// <see cref="Missing"/> tells what still lacks before a draft can be made. Texts are phrases that go on in a sentence or
/// a list, without a closing stop.
/// </remarks>
public sealed record NetworkContractText
{
    public required string? NetworkName { get; init; }

    /// <summary>Required with a fund and for a rete-soggetto: street, number or SNC, postal code, place, province.</summary>
    public string? NetworkSeat { get; init; }

    /// <summary>A rete-soggetto; else a rete-contratto.</summary>
    public required bool LegalPersonality { get; init; }

    /// <summary>Before a notary; always so for a rete-soggetto. Else signed digitally by every representative.</summary>
    public required bool NotarialForm { get; init; }

    /// <summary>"Ada Sigilli in Lecco"; null while nobody has been chosen, and the text leaves it open.</summary>
    public string? Notary { get; init; }

    /// <summary>The association that assists the parties; null where none is named.</summary>
    public string? AssistingAssociation { get; init; }

    public required IReadOnlyList<ContractFirm> Firms { get; init; }

    /// <summary>Letter c): what the network does in common, "la progettazione e la vendita di …".</summary>
    public string? Purpose { get; init; }

    /// <summary>Letter b).</summary>
    public IReadOnlyList<ContractObjective> Objectives { get; init; } = [];

    /// <summary>Letter c): the activities by which the common aim is pursued.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Letter c): what every firm owes, "mettere a disposizione …".</summary>
    public IReadOnlyList<string> Duties { get; init; } = [];

    /// <summary>Letter c): what one firm owes beyond the others; may be empty.</summary>
    public IReadOnlyList<ContractFirmDuty> FirmDuties { get; init; } = [];

    public ContractFund? Fund { get; init; }

    public ContractBody? Body { get; init; }

    public ContractDuration? Duration { get; init; }

    /// <summary>True: whoever has the requirements joins by declaration. False: with the consent of the firms.</summary>
    public bool OpenAccession { get; init; }

    /// <summary>What a firm must have to join: "avere sede operativa in …".</summary>
    public string? AccessionRequirement { get; init; }

    /// <summary>Null: a firm may withdraw for just cause only.</summary>
    public int? WithdrawalNoticeMonths { get; init; }

    /// <summary>Below this number of firms the network ends; the law's floor is two.</summary>
    public int MinimumFirms { get; init; } = 2;

    /// <summary>Letter f).</summary>
    public ContractDecisionRule? Decisions { get; init; }

    /// <summary>Letter f): matters with a rule of their own; may be empty.</summary>
    public IReadOnlyList<ContractReservedMatter> ReservedMatters { get; init; } = [];

    /// <summary>Percentage of the firms that may change the programme; null: only all together.</summary>
    public int? ProgrammeChangePercent { get; init; }

    public ContractNonCompete? NonCompete { get; init; }

    /// <summary>How long secrets are kept after the end of the contract.</summary>
    public int ConfidentialityYears { get; init; } = 3;

    /// <summary>Name of the firm from whose register position the data of the network are entered.</summary>
    public string? ReferenceFirm { get; init; }

    /// <summary>Body that mediates when the firms are stuck, "l'organismo di mediazione della Camera di commercio di …".</summary>
    public string? MediationBody { get; init; }

    /// <summary>Place of the court, "Lecco".</summary>
    public string? Court { get; init; }

    /// <summary>The natural person who undertakes the registration with the Agenzia delle Entrate.</summary>
    public string? TaxRegistrant { get; init; }

    public string? TaxRegistrantTaxCode { get; init; }

    /// <summary>What lacks, in the order of the contract; empty when the draft can be made.</summary>
    public IReadOnlyList<MissingField> Missing() => NetworkContractGaps.Of(this);
}

/// <summary>One participant, as the register knows it.</summary>
public sealed record ContractFirm(
    string? Name,
    string? LegalForm,
    string? Seat,
    string? TaxCode,
    string? VatNumber,
    string? ReaNumber,
    string? Chamber,
    string? CertifiedEmail,
    string? Representative,
    string? RepresentativeTaxCode,
    string? RepresentativeRole);

/// <param name="Measure">How progress towards it is measured.</param>
public sealed record ContractObjective(string? Text, string? Measure);

public sealed record ContractFirmDuty(string? Firm, string? Text);

/// <param name="Rules">How it is managed, as a whole sentence without closing stop.</param>
/// <param name="LaterContributions">Size and valuation of later contributions; null where none are foreseen.</param>
public sealed record ContractFund(IReadOnlyList<ContractContribution> Contributions, string? Rules, string? LaterContributions);

/// <param name="Kind">"danaro", or the goods and how they are valued.</param>
public sealed record ContractContribution(string? Firm, long? Cents, string? Kind, string? Due);

/// <param name="Holder">The firm or persons that hold it, with name and surname.</param>
/// <param name="Powers">"stipulare …", one power each.</param>
/// <param name="Replacement">How it is replaced while the contract runs, as a whole sentence without closing stop.</param>
/// <param name="Represents">Whether it represents the firms (or the network, for a rete-soggetto) towards others.</param>
public sealed record ContractBody(string? Holder, int? TermYears, IReadOnlyList<string> Powers, string? Replacement, bool Represents);

/// <summary>Exactly one of <paramref name="Years"/> and <paramref name="LastDay"/>.</summary>
/// <param name="Years">From the last of the entries due.</param>
/// <param name="RenewalYears">Length of each tacit renewal; null where there is none.</param>
/// <param name="RenewalLimit">Last day to which renewals may lead; null without limit.</param>
public sealed record ContractDuration(int? Years, DateOnly? LastDay, int? RenewalYears, DateOnly? RenewalLimit);

/// <param name="Percent">Share of the firms that must agree: 100 is all of them, 0 more than half.</param>
public sealed record ContractDecisionRule(int Percent);

/// <param name="Quorum">"il voto favorevole di tutte le imprese".</param>
public sealed record ContractReservedMatter(string? Matter, string? Quorum);

/// <param name="Scope">Activity and territory, "la vendita di … in …".</param>
/// <param name="Months">How long it lasts after a firm has left; the law's ceiling is sixty.</param>
public sealed record ContractNonCompete(string? Scope, int? Months);
