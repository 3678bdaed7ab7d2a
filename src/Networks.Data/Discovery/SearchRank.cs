namespace Networks.Data.Discovery;

/// <summary>A row that fits what was looked for.</summary>
public sealed record SearchMatch(long Number, string Terms);

/// <summary>
/// Puts what fits in order, the same on every database: the rarer among them a word that was looked for, the more it
/// counts. Facets count nothing, since all that fit have all of them, and a database that ranks by them reads every firm
/// that has one.
/// </summary>
internal static class SearchRank
{
    /// <param name="words">Beginnings of words.</param>
    public static List<SearchHit> Order(List<SearchMatch> found, IReadOnlyList<string> words)
    {
        var weights = new double[found.Count];
        var has = new bool[found.Count];
        foreach (var word in words)
        {
            var within = " " + word;
            var count = 0;
            for (var i = 0; i < found.Count; i++)
            {
                has[i] = found[i].Terms.StartsWith(word, StringComparison.Ordinal) || found[i].Terms.Contains(within, StringComparison.Ordinal);
                count += has[i] ? 1 : 0;
            }

            var weight = Math.Log(1 + ((double)found.Count / (1 + count)));
            for (var i = 0; i < found.Count; i++)
            {
                weights[i] += has[i] ? weight : 0;
            }
        }

        return [.. Enumerable.Range(0, found.Count).OrderByDescending(i => weights[i]).ThenBy(i => found[i].Terms.Length).ThenBy(i => found[i].Number)
            .Select(i => new SearchHit(found[i].Number, -weights[i]))];
    }
}
