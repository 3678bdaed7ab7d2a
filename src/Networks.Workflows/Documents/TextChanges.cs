namespace Networks.Workflows.Documents;

public enum ClauseChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One article that is not the same in two texts.</summary>
/// <param name="Number">In the newer text; in the older one for a removed article; null for what is no article.</param>
/// <param name="Words">The words of a changed article with what came and went; empty where it was rewritten at a length that nobody would read so.</param>
public sealed record ClauseChange(ClauseChangeKind Kind, int? Number, string Title, IReadOnlyList<WordChange> Words);

public enum WordChangeKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A run of words. Long unchanged stretches are shortened to their ends.</summary>
public sealed record WordChange(WordChangeKind Kind, string Text);

/// <summary>What changed between two texts, by articles. An article that only moved has not changed.</summary>
public static class TextChanges
{
    // Beyond it the comparison costs too much for a page, and nobody reads it word by word.
    private const int _mostWords = 1200;

    /// <summary>In the order of the newer text; removed articles last.</summary>
    public static IReadOnlyList<ClauseChange> Between(WordText older, WordText newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var left = older.Clauses.ToList();
        var changes = new List<ClauseChange>();
        foreach (var same in newer.Clauses.Select(c => left.Find(o => o.Sha256 == c.Sha256)).OfType<Clause>())
        {
            left.Remove(same);
        }

        var kept = older.Clauses.Except(left).Select(c => c.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in newer.Clauses.Where(c => !kept.Contains(c.Sha256)))
        {
            var before = left.Find(o => o.Title == clause.Title) ?? left.Find(o => o.Number is not null && o.Number == clause.Number);
            if (before is not null)
            {
                left.Remove(before);
            }

            changes.Add(before is null
                ? new ClauseChange(ClauseChangeKind.Added, clause.Number, clause.Title, [])
                : new ClauseChange(ClauseChangeKind.Changed, clause.Number, clause.Title, Words(before.Text, clause.Text)));
        }

        return [.. changes, .. left.Select(c => new ClauseChange(ClauseChangeKind.Removed, c.Number, c.Title, []))];
    }

    private static List<WordChange> Words(string before, string after)
    {
        var (a, b) = (Split(before), Split(after));
        if (a.Length > _mostWords || b.Length > _mostWords)
        {
            return [];
        }

        var longest = Longest(a, b);
        var runs = new List<(WordChangeKind Kind, List<string> Words)>();
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                Add(WordChangeKind.Same, a[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && longest[i + 1, j] >= longest[i, j + 1]))
            {
                Add(WordChangeKind.Removed, a[i++]);
            }
            else
            {
                Add(WordChangeKind.Added, b[j++]);
            }
        }

        return [.. runs.Select((r, n) => new WordChange(r.Kind, r.Kind == WordChangeKind.Same ? Shortened(r.Words, n > 0, n < runs.Count - 1) : string.Join(' ', r.Words)))];

        void Add(WordChangeKind kind, string word)
        {
            if (runs.Count == 0 || runs[^1].Kind != kind)
            {
                runs.Add((kind, []));
            }

            runs[^1].Words.Add(word);
        }
    }

    /// <summary>Length of the longest common run of words from each pair of places on.</summary>
    private static int[,] Longest(string[] a, string[] b)
    {
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        return longest;
    }

    private static string[] Split(string text) => text.Split((char[])[' ', '\n', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    // Ten words beside each change are enough to know where one is.
    private static string Shortened(List<string> words, bool changeBefore, bool changeAfter)
    {
        const int Beside = 10;
        if (words.Count <= 2 * Beside + 2)
        {
            return string.Join(' ', words);
        }

        var head = changeBefore ? string.Join(' ', words.Take(Beside)) + " " : "";
        var tail = changeAfter ? " " + string.Join(' ', words.TakeLast(Beside)) : "";
        return $"{head}…{tail}";
    }
}
