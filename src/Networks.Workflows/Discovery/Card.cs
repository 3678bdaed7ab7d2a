using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Discovery.Cards;

namespace Networks.Workflows.Discovery;

/// <summary>An anonymous card: only what at least <c>AnonymityK</c> firms show on theirs, as a whole.</summary>
public sealed record Card
{
    /// <summary>Two digits; always there, since cards are made division by division.</summary>
    public required string Division { get; init; }

    /// <summary>Null: wider than a province.</summary>
    public string? Province { get; init; }

    /// <summary>Null: wider than a region.</summary>
    public string? Region { get; init; }

    /// <summary>Null: even countries are too few to tell.</summary>
    public string? Country { get; init; }

    public SizeClass? Size { get; init; }

    public Reach? Reach { get; init; }

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>Words that the firms of this card have in common in what they say they offer.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    internal static Card Of(string division, string shared)
    {
        var terms = shared.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return new Card
        {
            Division = division,
            Province = Provinces.All.FirstOrDefault(p => terms.Contains(FirmTerms.Province(p.Sigla)))?.Sigla,
            Region = Provinces.All.FirstOrDefault(p => terms.Contains(FirmTerms.Region(p.RegionIstat)))?.RegionIstat,
            Country = terms.FirstOrDefault(t => t.StartsWith("xc", StringComparison.Ordinal) && !FirmTerms.IsWord(t))?[2..4].ToUpperInvariant(),
            Size = One<SizeClass>(terms, FirmTerms.Size),
            Reach = One<Reach>(terms, FirmTerms.Works),
            Capabilities = [.. FacetWords.Capabilities.Where(w => terms.Contains(FirmTerms.Capability(w)))],
            Certificates = [.. FacetWords.Certificates.Where(w => terms.Contains(FirmTerms.Certificate(w)))],
            Words = [.. terms.Where(FirmTerms.IsWord).Order(StringComparer.Ordinal)],
        };
    }

    private static T? One<T>(HashSet<string> terms, Func<T, string> term)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (terms.Contains(term(value)))
            {
                return value;
            }
        }

        return null;
    }
}
