namespace Networks.Workflows.Rules;

/// <summary>At least two participants for the whole life of the network, or more where the contract says so.</summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-ter ("più imprenditori"); ministry opinion 23320 of 28/1/2020. Sources S06, S11.</remarks>
public static class MinimumParticipants
{
    /// <summary>The floor of the law, which no contract can lower.</summary>
    public const int Legal = 2;

    public static LegalRule Rule { get; } = new(
        "minimum-participants",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter; parere MISE 28 gennaio 2020, prot. 23320",
        ["S06", "S11"],
        ToVerify: false,
        [
            new("active 2, floor 2", "none", () => Said(2, 2)),
            new("active 1, floor 2", "rules.minimum-one-left", () => Said(1, 2)),
            new("active 1, floor 0", "rules.minimum-one-left", () => Said(1, 0)),
            new("active 2, floor 3", "rules.minimum-below-floor", () => Said(2, 3)),
        ]);

    public static int Required(int contractualFloor) => Math.Max(Legal, contractualFloor);

    public static bool IsMet(int active, int contractualFloor) => active >= Required(contractualFloor);

    /// <returns>The reason why the network is to be closed, or cannot be formed yet; null when there are enough.</returns>
    public static RuleFinding? Check(int active, int contractualFloor) =>
        IsMet(active, contractualFloor) ? null
        : active < Legal ? new(Rule.Id, FindingLevel.Refusal, "rules.minimum-one-left", active)
        : new(Rule.Id, FindingLevel.Refusal, "rules.minimum-below-floor", active, Required(contractualFloor));

    private static string Said(int active, int floor) => Check(active, floor)?.Code ?? "none";
}
