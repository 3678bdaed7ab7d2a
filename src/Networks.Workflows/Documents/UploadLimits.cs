namespace Networks.Workflows.Documents;

/// <summary>What a file may cost at most. Every figure is inclusive and counted on what is really read, never on what a header declares.</summary>
public sealed record UploadLimits
{
    public static readonly UploadLimits Default = new();

    /// <summary>Size of a Word or PDF file as it arrives.</summary>
    public int FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Size of a signed envelope: the largest PDF, written in base64, and its certificates.</summary>
    public int SignedBytes { get; init; } = 30 * 1024 * 1024;

    /// <summary>All parts of a Word file together, inflated.</summary>
    public long UnpackedBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>The XML parts together, inflated: the library needs about thirteen times as much memory for them.</summary>
    public long XmlBytes { get; init; } = 40L * 1024 * 1024;

    /// <summary>How many times larger a part may become, once it has passed <see cref="RatioFromBytes"/>.</summary>
    public int Ratio { get; init; } = 100;

    public int RatioFromBytes { get; init; } = 1024 * 1024;

    public int Entries { get; init; } = 2000;

    /// <summary>Elements inside elements. Word stays under 60; at 40,000 the library ends the process.</summary>
    public int Depth { get; init; } = 256;
}
