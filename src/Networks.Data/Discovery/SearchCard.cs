namespace Networks.Data.Discovery;

/// <summary>
/// An anonymous card as it is searched: once, however many firms show it, so that a search goes through a fraction of the
/// firms. Made anew with the cards of its division; one that no firm shows any more finds nobody.
/// </summary>
public sealed class SearchCard
{
    private SearchCard()
    {
    }

    public SearchCard(string division, string terms)
    {
        Division = division;
        Terms = terms;
    }

    /// <summary>Given by the database; never shown.</summary>
    public long Number { get; private set; }

    public string Division { get; private set; } = "";

    /// <summary>As each <see cref="SearchEntry.Shared"/> of its firms.</summary>
    public string Terms { get; private set; } = "";
}
