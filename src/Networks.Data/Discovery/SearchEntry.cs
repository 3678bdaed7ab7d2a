namespace Networks.Data.Discovery;

/// <summary>
/// One firm as the search finds it: its own terms for the desk that follows it, and those of its anonymous card, which
/// it shares with other firms, for everybody else.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>Most characters of either list of terms.</summary>
    public const int TermsLimit = 4000;

    private SearchEntry()
    {
    }

    public SearchEntry(FirmId firmId, AssociationId heldBy)
    {
        FirmId = firmId;
        HeldBy = heldBy;
    }

    /// <summary>Given by the database; never shown.</summary>
    public long Number { get; private set; }

    public FirmId FirmId { get; private set; }

    public AssociationId HeldBy { get; private set; }

    /// <summary>Division of the main activity, two digits; null while unknown. Cards are made division by division.</summary>
    public string? Division { get; set; }

    /// <summary>Terms with one blank between: the firm as its own desk knows it.</summary>
    public string Own { get; set; } = "";

    /// <summary>Terms of the card, the same for at least <c>AnonymityK</c> firms; empty while no card is shown.</summary>
    public string Shared { get; set; } = "";

    /// <summary>Of the <see cref="SearchCard"/> by which it is found; null while no card is shown.</summary>
    public long? CardNumber { get; set; }

    /// <summary>What other desks know the card by: another one whenever the card changes.</summary>
    public Guid? CardKey { get; set; }

    /// <summary>The firm lets itself be shown anonymously, until this day inclusive; null when it does not.</summary>
    public DateOnly? ShownUntil { get; set; }

    /// <summary>The firm changed or left since the cards of its division were made.</summary>
    public bool CardIsStale { get; set; }
}

/// <summary>A firm that a search found.</summary>
/// <param name="Number">Of its <see cref="SearchEntry"/>.</param>
/// <param name="Rank">The smaller the better; comparable inside one answer only.</param>
public sealed record SearchHit(long Number, double Rank);
