namespace Networks.Workflows.Documents;

public enum WordChangeKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A run of words. Long unchanged stretches are shortened to their ends.</summary>
public sealed record WordChange(WordChangeKind Kind, string Text);

/// <summary>The words that came and went between two texts of one clause.</summary>
public static class WordChanges
{
    // Beyond it the comparison costs too much for a page.
    private const int _mostWords = 1200;

    /// <returns>Empty where a text is so long that nobody would read it so.</returns>
    public static IReadOnlyList<WordChange> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
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
