namespace Networks.Workflows.Discovery;

/// <summary>How close one may look; configuration.</summary>
public sealed record DiscoveryLimits
{
    public static readonly DiscoveryLimits Default = new();

    /// <summary>At least so many firms show the very same card.</summary>
    public int AnonymityK { get; init; } = 5;

    /// <summary>Searches of one desk among the cards of others in a day.</summary>
    public int SearchesPerDay { get; init; } = 250;

    /// <summary>Searches in a day that ask for more than an earlier one of the same desk did.</summary>
    public int NarrowingsPerDay { get; init; } = 120;

    /// <summary>Needs that one desk may put to all others within seven days.</summary>
    public int NeedsPerWeek { get; init; } = 10;

    /// <summary>A division with more firms than these gets its cards by the job, not within the act that changed one.</summary>
    public int CardsAtOnce { get; init; } = 2000;

    /// <summary>Firms whose cards are written in one act of the job.</summary>
    public int CardsTogether { get; init; } = 1000;
}
