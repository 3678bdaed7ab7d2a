namespace Networks.Data.EnterpriseNetworks;

/// <summary>
/// What the firms agree on, letters b) to f) of D.L. 5/2009 art. 3 co. 4-ter; letter a) is in the participants.
/// Absent text is null: unknown is not empty.
/// </summary>
public sealed record ContractTerms
{
    public static readonly ContractTerms None = new();

    /// <summary>Sector or activity in one line, as the contract's premise names it.</summary>
    public string? Activity { get; init; }

    public IReadOnlyList<StrategicObjective> Objectives { get; init; } = [];

    /// <summary>What is done in common, in the words of the programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Rights and duties of each participant.</summary>
    public string? RightsAndDuties { get; init; }

    /// <summary>How the common aim is pursued.</summary>
    public string? MeansOfPursuit { get; init; }

    /// <summary>Initial term in years from effect; null while open.</summary>
    public int? DurationYears { get; init; }

    /// <summary>Tacit renewal period in years; null means no renewal.</summary>
    public int? RenewalYears { get; init; }

    /// <summary>Notice against renewal and for withdrawal, in months.</summary>
    public int? NoticeMonths { get; init; }

    public string? AccessionRules { get; init; }

    /// <summary>Causes and conditions of early withdrawal; null when none were agreed.</summary>
    public string? WithdrawalRules { get; init; }

    public string? ExclusionRules { get; init; }

    /// <summary>How participants decide on matters outside the body's powers.</summary>
    public string? DecisionRule { get; init; }

    /// <summary>How the programme may be changed by majority; null when only all together may.</summary>
    public string? ProgrammeMajorityRule { get; init; }

    /// <summary>Contractual floor of participants; never below the legal two.</summary>
    public int MinimumParticipants { get; init; } = 2;

    public string? NonCompete { get; init; }

    public string? Confidentiality { get; init; }

    public string? IntellectualProperty { get; init; }

    public string? DisputeCourt { get; init; }

    /// <summary>End of the financial year as month and day, "12-31"; only a network with legal personality has one.</summary>
    public string? FinancialYearEnd { get; init; }

    /// <summary>Months between meetings of the participants that the contract foresees; null when it is silent.</summary>
    public int? MeetingEveryMonths { get; init; }

    /// <summary>The natural person who takes on the tax registration of the contract.</summary>
    public string? TaxRegistrationPerson { get; init; }
}

/// <summary>A strategic objective and the agreed way to measure progress towards it (letter b).</summary>
public sealed record StrategicObjective(string Text, string Measure);
