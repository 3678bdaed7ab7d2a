namespace Networks.Data.Discovery;

/// <summary>What is looked for, in terms that <see cref="IsTerm"/> allows: databases get nothing else of what people type.</summary>
/// <param name="All">Facets, of each of which one term must be there: <c>[[xplc0, xpco0], [xssmall0]]</c>.</param>
/// <param name="Any">Beginnings of words, of which at least one must be there; empty for no text.</param>
public sealed record SearchTerms(IReadOnlyList<IReadOnlyList<string>> All, IReadOnlyList<string> Any)
{
    /// <summary>Search the cards that everybody may see, without the firms of this desk; null for what the desks know.</summary>
    public AssociationId? CardsFor { get; init; }

    /// <summary>A term of the firm's own that must be there; null for none. With it a desk searches its own firms.</summary>
    public string? Only { get; init; }

    /// <summary>Firms that fit beyond this are neither ranked nor counted; nor are cards.</summary>
    public int AtMost { get; init; } = 1000;

    public bool IsEmpty => All.Count == 0 && Any.Count == 0 && Only is null;

    /// <summary>Lower-case letters and digits: what needs no quoting in any query language.</summary>
    public static bool IsTerm(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c));

    /// <exception cref="ArgumentException">A term is none: the caller has a bug.</exception>
    internal void Check()
    {
        if (!All.SelectMany(f => f).Concat(Any).Append(Only ?? "a").All(IsTerm))
        {
            throw new ArgumentException("A search term holds more than letters and digits.");
        }
    }

    /// <summary>In the language of a database: every part must be there, of each part one term.</summary>
    /// <param name="beginning">What stands after the beginning of a word.</param>
    internal string Query(string and, string or, string beginning)
    {
        Check();
        var parts = All.Select(facet => $"({string.Join(or, facet)})").ToList();
        if (Any.Count > 0)
        {
            parts.Add($"({string.Join(or, Any.Select(word => word + beginning))})");
        }

        if (Only is not null)
        {
            parts.Add(Only);
        }

        return string.Join(and, parts);
    }
}
