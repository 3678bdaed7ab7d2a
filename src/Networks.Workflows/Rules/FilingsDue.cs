using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Rules;

/// <summary>Why something is filed with the business register.</summary>
public enum FilingOccasion
{
    FirstRegistration,
    Amendment,
}

/// <summary>How many filings an act makes.</summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-quater. An amendment is filed once, by the enterprise named in the amending deed; the
/// other offices annotate of their own motion. Sources S02, S10.
/// </remarks>
public static class FilingsDue
{
    public static LegalRule Rule { get; } = new(
        "filings-due",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-quater",
        ["S02", "S10"],
        ToVerify: false,
        [
            new("Contractual FirstRegistration 5", "5", () => Said(NetworkKind.Contractual, FilingOccasion.FirstRegistration)),
            new("LegalEntity FirstRegistration 5", "1", () => Said(NetworkKind.LegalEntity, FilingOccasion.FirstRegistration)),
            new("Contractual Amendment 5", "1", () => Said(NetworkKind.Contractual, FilingOccasion.Amendment)),
            new("LegalEntity Amendment 5", "1", () => Said(NetworkKind.LegalEntity, FilingOccasion.Amendment)),
        ]);

    public static int Count(NetworkKind kind, FilingOccasion occasion, int originalSignatories) => occasion switch
    {
        FilingOccasion.Amendment => 1,
        FilingOccasion.FirstRegistration => kind switch
        {
            NetworkKind.Contractual => originalSignatories,
            NetworkKind.LegalEntity => 1,
        },
    };

    private static string Said(NetworkKind kind, FilingOccasion occasion) => $"{Count(kind, occasion, 5)}";
}
