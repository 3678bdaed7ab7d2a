namespace Networks.Workflows.Engine;

/// <summary>
/// When the branches of a for-each are enough. Parties that have left count in no rule, so what can no longer be reached
/// is never waited for: two of three with one party left is both of the others. Answers already given stay.
/// </summary>
public sealed record JoinRule
{
    private readonly string _words;
    private readonly Func<int, int> _needed;

    private JoinRule(string words, Func<int, int> needed)
    {
        _words = words;
        _needed = needed;
    }

    public static JoinRule All { get; } = new("All", parties => parties);

    public static JoinRule Any { get; } = new("Any", _ => 1);

    /// <summary>All, or those that have answered when the last day of the for-each is over.</summary>
    internal static JoinRule UntilDeadline { get; } = new("until the deadline", parties => parties);

    public static JoinRule AtLeast(int branches) => new($"at least {Positive(branches)}", parties => Math.Min(branches, parties));

    /// <summary>At least one answers, however few parties there are.</summary>
    public static JoinRule AllBut(int branches) => new($"all but {Positive(branches)}", parties => Math.Max(1, parties - branches));

    /// <param name="parties">Branches of parties that have not left.</param>
    internal bool Holds(int done, int parties) => done == parties || done >= _needed(parties);

    public override string ToString() => _words;

    private static int Positive(int branches) =>
        branches > 0 ? branches : throw new ArgumentOutOfRangeException(nameof(branches), branches, "A join counts from 1.");
}
