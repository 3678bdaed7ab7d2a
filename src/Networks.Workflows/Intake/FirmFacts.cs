using Networks.Data.Firms;

namespace Networks.Workflows.Intake;

/// <summary>What was typed about one firm beside its number. Everything may come later.</summary>
/// <param name="Key">The <see cref="TypedFirm.Key"/> of the entry that it belongs to.</param>
public sealed record FirmFacts(string Key)
{
    public string? Name { get; init; }

    /// <summary>VAT number or tax code of a firm that was given by its name only.</summary>
    public string? Number { get; init; }

    public LegalForm? LegalForm { get; init; }

    /// <summary>As typed, such as <c>LC-123456</c>.</summary>
    public string? Rea { get; init; }

    /// <summary>What the officer found in the register; null while it was not looked up.</summary>
    public RegisterStatus? Register { get; init; }

    /// <summary>How the privacy notice was given, a stored word; null while it was not.</summary>
    public string? PrivacyHow { get; init; }

    public IReadOnlyList<ConsentPurpose> Allows { get; init; } = [];
}
