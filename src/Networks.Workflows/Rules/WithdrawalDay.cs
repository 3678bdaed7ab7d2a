namespace Networks.Workflows.Rules;

/// <summary>Why a firm leaves a network that runs. Stored words, in the order in which they are offered.</summary>
public static class WithdrawalCauses
{
    /// <summary>Free withdrawal with the notice that the contract asks for.</summary>
    public const string Notice = "notice";

    public const string JustCause = "just-cause";

    /// <summary>The others put it out, as far as the contract lets them.</summary>
    public const string Exclusion = "exclusion";

    /// <summary>All agree that it leaves.</summary>
    public const string Agreement = "agreement";

    public static IReadOnlyList<string> All { get; } = [Notice, JustCause, Exclusion, Agreement];
}

/// <summary>From which day a firm is out of the network.</summary>
/// <remarks>
/// Law: the contract says it, without prejudice to the general rules (D.L. 5/2009 art. 3 co. 4-ter lett. d). Source S01.
/// </remarks>
public static class WithdrawalDay
{
    public static LegalRule Rule { get; } = new(
        "withdrawal-day",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter, lett. d)",
        ["S01", "S24"],
        ToVerify: false,
        [
            new("notice arrived 2026-03-31, six months", "2026-09-30", () => Said(WithdrawalCauses.Notice, 6)),
            new("notice arrived 2026-03-31, none agreed", "none", () => Said(WithdrawalCauses.Notice, null)),
            new("just cause 2026-03-31, six months", "2026-03-31", () => Said(WithdrawalCauses.JustCause, 6)),
            new("exclusion decided 2026-03-31, none agreed", "2026-03-31", () => Said(WithdrawalCauses.Exclusion, null)),
        ]);

    /// <param name="on">Day on which the notice arrived, or on which the others decided or all agreed.</param>
    /// <param name="noticeMonths">What the contract asks for; null where a firm withdraws for a just cause only.</param>
    /// <returns>Null where the contract does not let it leave for that cause.</returns>
    public static DateOnly? Of(string cause, DateOnly on, int? noticeMonths) =>
        cause != WithdrawalCauses.Notice ? on : noticeMonths is { } months ? on.AddMonths(months) : null;

    private static string Said(string cause, int? months) => Of(cause, new DateOnly(2026, 3, 31), months)?.ToString("O") ?? "none";
}
