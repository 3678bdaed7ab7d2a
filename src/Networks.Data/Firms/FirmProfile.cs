namespace Networks.Data.Firms;

/// <summary>What a firm offers and seeks, kept by the association that follows it. None while nobody wrote it.</summary>
public sealed class FirmProfile
{
    private FirmProfile()
    {
    }

    public FirmProfile(FirmId firmId) => FirmId = firmId;

    public FirmId FirmId { get; private set; }

    /// <summary>In the firm's own words; never shown to another desk as it stands.</summary>
    public string? Offers { get; set; }

    public string? Seeks { get; set; }

    /// <summary>Edition and code of the main activity, as <see cref="ActivityCode.Value"/> writes it.</summary>
    public string? Activity { get; set; }

    /// <summary>Normalised; null while unknown.</summary>
    public string? Nuts3 { get; set; }

    /// <summary>Normalised number of a French establishment; null for others.</summary>
    public string? Siret { get; set; }

    /// <summary>Normalised VAT number of a foreign firm; null for Italian ones.</summary>
    public string? EuVat { get; set; }

    public SizeClass? Size { get; set; }

    public Reach? Reach { get; set; }

    /// <summary>Stored words of <see cref="Discovery.FacetWords.Capabilities"/>; never null.</summary>
    public IReadOnlyList<string> Capabilities { get; set; } = [];

    /// <summary>Stored words of <see cref="Discovery.FacetWords.Certificates"/>; never null.</summary>
    public IReadOnlyList<string> Certificates { get; set; } = [];

    /// <summary>Last day on which the firm is open to networks, inclusive; null means until it says otherwise.</summary>
    public DateOnly? AvailableUntil { get; set; }

    public DateOnly? UpdatedOn { get; set; }

    /// <summary>The import that made the firm; null when a person did.</summary>
    public Guid? ImportId { get; init; }

    public ActivityCode? ActivityCode => Activity is null ? null : Firms.ActivityCode.Parse(Activity);
}
