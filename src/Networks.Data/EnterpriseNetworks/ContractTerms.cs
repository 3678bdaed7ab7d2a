namespace Networks.Data.EnterpriseNetworks;

/// <summary>
/// What the firms agree on, letters b) to f) of D.L. 5/2009 art. 3 co. 4-ter; letter a) is in the participants.
/// Absent text is null: unknown is not empty.
/// </summary>
public sealed record ContractTerms
{
    public static readonly ContractTerms None = new();

    public IReadOnlyList<StrategicObjective> Objectives { get; init; } = [];

    /// <summary>What is done in common, in one sentence: the object of the programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Rights and duties of each participant, one a line.</summary>
    public string? RightsAndDuties { get; init; }

    /// <summary>How the common aim is pursued: the activities, one a line.</summary>
    public string? MeansOfPursuit { get; init; }

    /// <summary>Initial term in years from effect; null while open.</summary>
    public int? DurationYears { get; init; }

    /// <summary>Tacit renewal period in years; null means no renewal.</summary>
    public int? RenewalYears { get; init; }

    /// <summary>Notice for withdrawal in months; null: a firm withdraws for a just cause only.</summary>
    public int? NoticeMonths { get; init; }

    /// <summary>What a firm must have to join.</summary>
    public string? AccessionRules { get; init; }

    /// <summary>Whoever meets the rules joins by a declaration; otherwise the participants decide on it.</summary>
    public bool OpenAccession { get; init; }

    /// <summary>Share of the participants that must agree, in percent: 100 is all of them, 0 more than half.</summary>
    public int? DecisionPercent { get; init; }

    /// <summary>Share that may change the programme; null when only all together may.</summary>
    public int? ProgrammeChangePercent { get; init; }

    /// <summary>Contractual floor of participants; never below the legal two.</summary>
    public int MinimumParticipants { get; init; } = 2;

    /// <summary>Null when none was agreed.</summary>
    public NonCompete? NonCompete { get; init; }

    /// <summary>Years of secrecy after the end of the contract.</summary>
    public int ConfidentialityYears { get; init; } = 3;

    /// <summary>Body that mediates in disputes; null when none was named.</summary>
    public string? MediationBody { get; init; }

    /// <summary>Town whose court decides disputes; null leaves the law's.</summary>
    public string? DisputeCourt { get; init; }

    /// <summary>End of the financial year as month and day, "12-31"; only a network with legal personality has one.</summary>
    public string? FinancialYearEnd { get; init; }

    /// <summary>Months between meetings of the participants that the contract foresees; null when it is silent.</summary>
    public int? MeetingEveryMonths { get; init; }

    /// <summary>The natural person who takes on the tax registration of the contract.</summary>
    public string? TaxRegistrationPerson { get; init; }

    /// <summary>That person's tax code, 16 characters.</summary>
    public string? TaxRegistrationTaxCode { get; init; }
}

/// <summary>A strategic objective and the agreed way to measure progress towards it (letter b).</summary>
public sealed record StrategicObjective(string Text, string Measure);

/// <summary>Agreed limits to competition between the participants.</summary>
/// <param name="Scope">Activity and territory.</param>
/// <param name="Months">How long it lasts after a firm has left; sixty at most (c.c. art. 2596).</param>
public sealed record NonCompete(string Scope, int Months);
