namespace Networks.Data.Discovery;

/// <summary>What is looked for, in terms that <see cref="IsTerm"/> allows: databases get nothing else of what people type.</summary>
/// <param name="All">Facets, of each of which one term must be there: <c>[[xplc0, xpco0], [xssmall0]]</c>.</param>
/// <param name="Any">Beginnings of words, of which at least one must be there; empty for no text.</param>
public sealed record SearchTerms(IReadOnlyList<IReadOnlyList<string>> All, IReadOnlyList<string> Any)
{
    /// <summary>Search the cards that everybody may see, instead of what the desks know.</summary>
    public bool Cards { get; init; }

    /// <summary>A term of the firm's own that must be there; null for none. With it a desk searches its own firms.</summary>
    public string? Only { get; init; }

    /// <summary>A term of the firm's own that must not be there; null for none.</summary>
    public string? Not { get; init; }

    /// <summary>Firms that fit beyond this are neither ranked nor counted.</summary>
    public int AtMost { get; init; } = 1000;

    public bool IsEmpty => All.Count == 0 && Any.Count == 0 && Only is null;

    /// <summary>Lower-case letters and digits: what needs no quoting in any query language.</summary>
    public static bool IsTerm(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c));

    /// <exception cref="ArgumentException">A term is none: the caller has a bug.</exception>
    internal void Check()
    {
        if (!All.SelectMany(f => f).Concat(Any).Append(Only ?? "a").Append(Not ?? "a").All(IsTerm))
        {
            throw new ArgumentException("A search term holds more than letters and digits.");
        }
    }
}
