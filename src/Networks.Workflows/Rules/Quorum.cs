using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Rules;

/// <summary>Why a network ends. Stored words, in the order in which they are offered.</summary>
public static class ClosingCauses
{
    public const string TermOver = "term-over";

    public const string Agreement = "all-agree";

    public const string BelowMinimum = "below-minimum";

    public const string NoOutcome = "aim-missed";

    public static IReadOnlyList<string> All { get; } = [TermOver, Agreement, BelowMinimum, NoOutcome];
}

/// <summary>What an amendment can touch.</summary>
public enum AmendedPart
{
    Name,
    Seat,
    Programme,
    Duration,
    Fund,
    Body,

    /// <summary>Impresa di riferimento: no contract changes, one notice to the register is enough (S01).</summary>
    Reference,
}

/// <summary>How many participants must agree on a change.</summary>
/// <remarks>
/// Law: as the contract says (D.L. 5/2009 art. 3 co. 4-ter lett. f); an early end takes all of them. A silent contract
/// takes all. Sources S01, S06.
/// </remarks>
public static class Quorum
{
    private const int _all = 100;

    public static LegalRule Rule { get; } = new(
        "quorum",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter, lett. f)",
        ["S01", "S06"],
        ToVerify: false,
        [
            new("2 of 3, more than half", "yes", () => Said(2, 3, 0)),
            new("2 of 4, more than half", "no", () => Said(2, 4, 0)),
            new("2 of 3, 66 percent", "yes", () => Said(2, 3, 66)),
            new("2 of 3, 67 percent", "no", () => Said(2, 3, 67)),
            new("2 of 3, all", "no", () => Said(2, 3, _all)),
            new("programme by 66, silent on the rest", "66", () => Asked(AmendedPart.Programme)),
            new("programme and duration", "100", () => Asked(AmendedPart.Programme, AmendedPart.Duration)),
            new("common body, decisions by majority", "0", () => Asked(AmendedPart.Body)),
            new("programme and common body", "66", () => Asked(AmendedPart.Body, AmendedPart.Programme)),
        ]);

    /// <param name="percent">100 is all of them, 0 more than half.</param>
    public static bool IsReached(int yes, int asked, int percent) =>
        asked > 0 && (percent == 0 ? yes * 2 > asked : yes * _all >= asked * percent);

    /// <summary>What the contract asks for.</summary>
    public static int Percent(ChangeKind change, ContractTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return change switch
        {
            ChangeKind.Accession => terms.DecisionPercent ?? _all,
            ChangeKind.Amendment => terms.ProgrammeChangePercent ?? _all,
            ChangeKind.Closing or ChangeKind.Withdrawal => _all,
        };
    }

    /// <summary>
    /// What the parts of an amendment ask for together: the programme by its own rule, the common body as other decisions,
    /// what else the contract says by all who signed it (c.c. art. 1372).
    /// </summary>
    public static int OfAmendment(IEnumerable<AmendedPart> parts, ContractTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return parts.Where(p => p != AmendedPart.Reference).Select(p => p switch
        {
            AmendedPart.Programme => terms.ProgrammeChangePercent ?? _all,
            AmendedPart.Body => terms.DecisionPercent ?? _all,
            _ => _all,
        }).DefaultIfEmpty(0).Max();
    }

    private static string Asked(params AmendedPart[] parts) =>
        OfAmendment(parts, ContractTerms.None with { ProgrammeChangePercent = 66, DecisionPercent = 0 }).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Said(int yes, int asked, int percent) => IsReached(yes, asked, percent) ? "yes" : "no";
}
