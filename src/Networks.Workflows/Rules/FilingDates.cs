namespace Networks.Workflows.Rules;

/// <summary>In which order the days of a registration can come: deed, sending, entry, never after today.</summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-quater: what is entered is the contract, hence never before its deed. Source S01.</remarks>
public static class FilingDates
{
    public static LegalRule Rule { get; } = new(
        "filing-dates",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-quater",
        ["S01"],
        ToVerify: false,
        [
            new("deed 02, sent 05, entered 09, today 10", "none", () => Said(2, 5, 9)),
            new("deed 02, sent 05, entered 05, today 10", "none", () => Said(2, 5, 5)),
            new("deed 02, sent 05, entered 01, today 10", "rules.filing-before-deed", () => Said(2, 5, 1)),
            new("deed 02, sent 05, entered 04, today 10", "rules.filing-before-sent", () => Said(2, 5, 4)),
            new("deed 02, not sent, entered 04, today 10", "none", () => Said(2, null, 4)),
            new("deed 02, sent 05, entered 11, today 10", "rules.filing-in-future", () => Said(2, 5, 11)),
        ]);

    /// <summary>Looks at the day on which a filing was sent, entered, suspended or rejected; also at a correction of it.</summary>
    /// <param name="sentOn">Null for the day of sending itself, and where nobody wrote it down.</param>
    /// <returns>The reason why the day cannot be, or null.</returns>
    public static RuleFinding? Check(DateOnly day, DateOnly deedOn, DateOnly? sentOn, DateOnly today) =>
        day > today ? new(Rule.Id, FindingLevel.Refusal, "rules.filing-in-future", day)
        : day < deedOn ? new(Rule.Id, FindingLevel.Refusal, "rules.filing-before-deed", day, deedOn)
        : day < sentOn ? new(Rule.Id, FindingLevel.Refusal, "rules.filing-before-sent", day, sentOn.Value)
        : null;

    private static string Said(int deed, int? sent, int day) => Check(Day(day), Day(deed), sent is { } s ? Day(s) : null, Day(10))?.Code ?? "none";

    private static DateOnly Day(int day) => new(2026, 3, day);
}
