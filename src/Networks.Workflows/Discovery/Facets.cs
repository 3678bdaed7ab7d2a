using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery;

/// <summary>What a desk looks for. Empty parts ask for nothing.</summary>
public sealed record Facets
{
    /// <summary>Circles around provinces that are offered, in kilometres, narrowest first; no wider one is looked in.</summary>
    public static IReadOnlyList<int> Circles { get; } = [30, 60, 100, 150];

    public string? Text { get; init; }

    /// <summary>Division of the activity, two digits.</summary>
    public string? Division { get; init; }

    /// <summary>Siglas of provinces, any of which will do.</summary>
    public IReadOnlyList<string> Provinces { get; init; } = [];

    /// <summary>Kilometres by which the circle around <see cref="Provinces"/> is wider, from middle to middle; null for these provinces alone.</summary>
    public int? Within { get; init; }

    /// <summary>Code of a region, two digits.</summary>
    public string? Region { get; init; }

    public SizeClass? Size { get; init; }

    public Reach? Reach { get; init; }

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    public bool IsEmpty => All().Count == 0;

    /// <summary>The parts of what is looked for, each with the terms that fit it.</summary>
    internal IReadOnlyList<Facet> All()
    {
        var all = new List<Facet>();
        Add("division", Division, Division is { Length: 2 } ? [FirmTerms.Division(Division)] : []);
        Add("provinces", string.Join(", ", Provinces), [.. Territory().Select(FirmTerms.Province)], Within);
        Add("region", Region, Region is null ? [] : [FirmTerms.Region(Region)]);
        Add("size", $"{Size}", Size is { } size ? [FirmTerms.Size(size)] : []);
        Add("reach", $"{Reach}", Reach is { } reach ? [FirmTerms.Works(reach)] : []);
        foreach (var capability in Capabilities)
        {
            Add("capability", capability, [FirmTerms.Capability(capability)]);
        }

        foreach (var certificate in Certificates)
        {
            Add("certificate", certificate, [FirmTerms.Certificate(certificate)]);
        }

        Add("text", Text, [.. FirmTerms.WordsIn(Text).Distinct()]);
        return all;

        void Add(string kind, string? value, IReadOnlyList<string> terms, int? within = null)
        {
            if (terms.Count > 0)
            {
                all.Add(new Facet(kind, value!, terms) { Within = within });
            }
        }
    }

    /// <summary>The same with every circle that takes in more provinces, the narrowest first.</summary>
    internal IEnumerable<Facets> Wider()
    {
        var now = Territory().Count;
        foreach (var kilometres in Circles.Where(k => Provinces.Count > 0 && k > (Within ?? 0)))
        {
            var wider = this with { Within = kilometres };
            var provinces = wider.Territory().Count;
            if (provinces > now)
            {
                now = provinces;
                yield return wider;
            }
        }
    }

    private IReadOnlyList<string> Territory() => Within is > 0 and var kilometres ? ProvinceDistances.Around(Provinces, Math.Min(kilometres, Circles[^1])) : Provinces;

    /// <summary>The same without one part of it.</summary>
    internal Facets Without(Facet facet) => facet.Kind switch
    {
        "division" => this with { Division = null },
        "provinces" => this with { Provinces = [], Within = null },
        "region" => this with { Region = null },
        "size" => this with { Size = null },
        "reach" => this with { Reach = null },
        "capability" => this with { Capabilities = [.. Capabilities.Where(c => c != facet.Value)] },
        "certificate" => this with { Certificates = [.. Certificates.Where(c => c != facet.Value)] },
        _ => this with { Text = null },
    };

    /// <summary>The firms of one desk, as it knows them.</summary>
    internal SearchTerms InOwn(AssociationId desk)
    {
        // Its own firms are found by their names too.
        var terms = In(All());
        return terms with { Any = [.. terms.Any, .. terms.Any.Select(FirmTerms.Name)], Only = FirmTerms.Desk(desk) };
    }

    /// <summary>The cards of all other desks.</summary>
    internal SearchTerms InCards(AssociationId desk) => OfCards(All(), desk);

    internal static SearchTerms OfCards(IReadOnlyList<Facet> facets, AssociationId desk) => In(facets) with { CardsFor = desk };

    private static SearchTerms In(IReadOnlyList<Facet> facets) =>
        new([.. facets.Where(f => f.Kind != "text").Select(f => f.Terms)], [.. facets.Where(f => f.Kind == "text").SelectMany(f => f.Terms).Select(FirmTerms.Stem)]);
}

/// <param name="Kind">Word of the facet: its sentence is <c>discovery.facet-&lt;kind&gt;</c>.</param>
/// <param name="Value">Stored word or typed text.</param>
internal sealed record Facet(string Kind, string Value, IReadOnlyList<string> Terms)
{
    /// <summary>Of a circle around provinces, in kilometres; null for none.</summary>
    public int? Within { get; init; }
}

/// <summary>What stored words are called in the language of the page.</summary>
public static class FacetNames
{
    public static string Division(string code) => Words.Say($"activities.d{code}");

    public static string Capability(string word) => Words.Say($"discovery.capability-{word}");

    /// <summary>Names of standards are the same everywhere: <c>iso-9001</c> is ISO 9001.</summary>
    public static string Certificate(string word) => word.ToUpperInvariant().Replace('-', ' ');

    public static string Size(SizeClass size) => Words.Say($"discovery.size-{size}");

    public static string Reach(Reach reach) => Words.Say($"discovery.reach-{reach}");

    public static string Region(string istat) => Provinces.All.FirstOrDefault(p => p.RegionIstat == istat)?.Region ?? istat;

    public static string Province(string sigla) => Provinces.All.FirstOrDefault(p => p.Sigla == sigla)?.Name ?? sigla;

    internal static string Say(Facet facet) => facet.Kind switch
    {
        "division" => Division(facet.Value),
        "provinces" => facet.Within is { } kilometres ? Words.Say("discovery.within", facet.Value, kilometres) : facet.Value,
        "region" => Region(facet.Value),
        "size" => Size(Enum.Parse<SizeClass>(facet.Value)),
        "reach" => Reach(Enum.Parse<Reach>(facet.Value)),
        "capability" => Capability(facet.Value),
        "certificate" => Certificate(facet.Value),
        _ => facet.Value,
    };

    /// <summary>A word of the closed lists; null when it is none.</summary>
    public static string? Known(IReadOnlyList<string> words, string typed) => words.FirstOrDefault(w => FieldReaders.Plain(w) == FieldReaders.Plain(typed));
}
