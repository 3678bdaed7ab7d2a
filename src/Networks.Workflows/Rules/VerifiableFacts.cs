namespace Networks.Workflows.Rules;

/// <summary>A fact that is configuration because no official text of it was read.</summary>
public sealed record VerifiableFact<T>(T Value)
{
    /// <summary>Parameterless for the binder of configuration.</summary>
    public VerifiableFact()
        : this(default(T)!)
    {
    }

    public T Value { get; init; } = Value;

    /// <summary>Set by whoever checked it with a chamber, a notary or the tax office; until then it shows its mark.</summary>
    public bool Verified { get; init; }

    public bool ToVerify => !Verified;
}

/// <summary>
/// The facts of the brief marked "to verify", with their defaults. Configuration section <c>Networks:ToVerify</c>, for
/// example <c>Networks:ToVerify:RegistrationTaxCents:Value</c> and <c>:Verified</c>.
/// </summary>
public sealed record VerifiableFacts
{
    public const string Section = "Networks:ToVerify";

    /// <summary>Fixed registration tax of the contract at the tax office, in cents.</summary>
    public VerifiableFact<long> RegistrationTaxCents { get; init; } = new(200_00);

    /// <summary>Calendar days from the deed within which the contract is registered for tax.</summary>
    public VerifiableFact<int> RegistrationTaxTermDays { get; init; } = new(30);

    /// <summary>What a notary asks for deed and authentication, in cents; null until the desk enters an offer.</summary>
    public VerifiableFact<long?> NotaryCostCents { get; init; } = new((long?)null);

    /// <summary>The network of its own kind (rete-soggetto) pays registry fee and stamp as a company does.</summary>
    public VerifiableFact<bool> LegalEntityPaysAsCompany { get; init; } = new(true);

    /// <summary>Part of the registry fee that a social cooperative is spared, in percent.</summary>
    public VerifiableFact<int> SocialCooperativeDiscountPercent { get; init; } = new(50) { Verified = true };

    /// <summary>
    /// Letter of the step (tipo adempimento) that chambers want for a later filing of a rete-contratto, by <c>Accession</c>,
    /// <c>Withdrawal</c> and <c>Amendment</c>; none is known. The end is G (MISE 23320/2020).
    /// </summary>
    public VerifiableFact<IReadOnlyDictionary<string, string>> FilingSteps { get; init; } = new(new Dictionary<string, string>());

    /// <summary>Calendar days that a phase is planned with until enough networks have gone through it; no published figure was found.</summary>
    public VerifiableFact<IReadOnlyDictionary<string, int>> UsualPhaseDays { get; init; } = new(new Dictionary<string, int>
    {
        ["Intake"] = 14,
        ["Discovery"] = 42,
        ["Drafting"] = 90,
        ["Signing"] = 14,
        ["Registration"] = 21,
    });
}
