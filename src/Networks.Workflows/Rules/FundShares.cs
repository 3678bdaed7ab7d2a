namespace Networks.Workflows.Rules;

/// <summary>What each participant gets of what is left of the common fund when the network ends.</summary>
/// <remarks>
/// Law: the fund is not divided while the contract lasts (c.c. art. 2614, called by D.L. 5/2009 art. 3 co. 4-ter no. 2). At
/// the end the contract's own rule holds; where it is silent, what each has paid in. To be verified. Source S25.
/// </remarks>
public static class FundShares
{
    public static LegalRule Rule { get; } = new(
        "fund-shares",
        1,
        null,
        "c.c. art. 2614, richiamato da D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter, n. 2",
        ["S25"],
        ToVerify: true,
        [
            new("100 among 1 1", "50 50", () => Said(100, 1, 1)),
            new("100 among 1 1 1", "34 33 33", () => Said(100, 1, 1, 1)),
            new("90000 among 100000 200000", "30000 60000", () => Said(90_000, 100_000, 200_000)),
            new("10 among 0 0", "5 5", () => Said(10, 0, 0)),
            new("0 among 5 5", "0 0", () => Said(0, 5, 5)),
        ]);

    /// <param name="cents">What is left, after the debts of the fund.</param>
    /// <param name="paid">What each has paid in, in cents; nothing known of anybody: equal parts.</param>
    /// <returns>In the same order; the sum is what is left, and the cents that do not divide go to the largest rests, first come first.</returns>
    public static IReadOnlyList<long> Of(long cents, IReadOnlyList<long> paid)
    {
        ArgumentNullException.ThrowIfNull(paid);
        var weights = paid.All(p => p <= 0) ? paid.Select(_ => 1L).ToList() : [.. paid.Select(p => Math.Max(0, p))];
        var all = (decimal)Math.Max(1, weights.Sum());
        var exact = weights.ConvertAll(w => cents * w / all);
        var shares = exact.ConvertAll(e => (long)Math.Floor(e));
        var left = (int)(cents - shares.Sum());
        foreach (var place in Enumerable.Range(0, weights.Count).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(left).ToList())
        {
            shares[place]++;
        }

        return shares;
    }

    private static string Said(long cents, params long[] paid) => string.Join(' ', Of(cents, paid));
}
