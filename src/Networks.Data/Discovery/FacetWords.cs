namespace Networks.Data.Discovery;

/// <summary>The closed lists of what firms can do and are certified for. Stored words, in the order of the pages.</summary>
public static class FacetWords
{
    /// <summary>Their sentences are <c>discovery.capability-&lt;word&gt;</c>.</summary>
    public static IReadOnlyList<string> Capabilities { get; } =
    [
        "design", "prototyping", "additive", "machining", "moulding", "sheet-metal", "welding", "casting", "heat-treatment", "surface-treatment",
        "assembly", "electronics", "automation", "software", "testing", "textile", "clothing", "woodwork", "chemistry", "food",
        "packaging", "logistics", "maintenance", "construction", "energy", "research", "training", "export", "tourism", "crafts",
    ];

    /// <summary>Names of standards, the same in every language.</summary>
    public static IReadOnlyList<string> Certificates { get; } =
    [
        "iso-9001", "iso-14001", "iso-45001", "iso-27001", "iso-13485", "iatf-16949", "en-9100", "iso-3834", "en-1090", "iso-50001",
        "iso-22000", "ifs-brc", "fsc", "gots", "sa-8000", "soa",
    ];
}
