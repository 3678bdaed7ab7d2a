namespace Networks.Workflows.Documents;

public enum ClauseChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>What happened to one clause between two texts. A clause that only got another number has not changed.</summary>
/// <param name="Number">In the newer text; in the older one for a removed clause; null for what stands before the first.</param>
/// <param name="Before">Its older text; null when it was added.</param>
/// <param name="After">Its newer text; null when it was removed.</param>
public sealed record ClauseChange(ClauseChangeKind Kind, int? Number, string Title, string? Before, string? After)
{
    /// <summary>Changes in the order of the newer text, the removed ones last. Clauses are the same by their heading.</summary>
    public static IReadOnlyList<ClauseChange> Between(IReadOnlyList<Clause> older, IReadOnlyList<Clause> newer)
    {
        var left = older.ToList();
        var changes = new List<ClauseChange>();
        foreach (var clause in newer)
        {
            var same = left.Find(c => c.Sha256 == clause.Sha256) ?? left.Find(c => c.Title == clause.Title);
            if (same is null)
            {
                changes.Add(new ClauseChange(ClauseChangeKind.Added, clause.Number, clause.Title, null, clause.Text));
                continue;
            }

            left.Remove(same);
            if (same.Sha256 != clause.Sha256)
            {
                changes.Add(new ClauseChange(ClauseChangeKind.Changed, clause.Number, clause.Title, same.Text, clause.Text));
            }
        }

        changes.AddRange(left.Select(c => new ClauseChange(ClauseChangeKind.Removed, c.Number, c.Title, c.Text, null)));
        return changes;
    }
}
