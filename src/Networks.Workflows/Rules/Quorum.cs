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

    private static string Said(int yes, int asked, int percent) => IsReached(yes, asked, percent) ? "yes" : "no";
}
