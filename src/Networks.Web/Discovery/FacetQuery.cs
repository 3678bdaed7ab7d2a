using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Discovery;

namespace Networks.Web.Discovery;

/// <summary>The facets as they stand in an address.</summary>
internal static class FacetQuery
{
    /// <summary>Longer than anybody types.</summary>
    private const int TextLimit = 200;

    private static readonly HashSet<string> _provinces = [.. Provinces.All.Select(p => p.Sigla)];
    private static readonly HashSet<string> _regions = [.. Provinces.All.Select(p => p.RegionIstat)];

    public static Facets Of(IQueryCollection query) => new()
    {
        Text = query["q"].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, TextLimit)] : null,
        Division = Nace.Divisions.FirstOrDefault(d => d == query["division"]),
        Provinces = [.. query["province"].SelectMany(p => (p ?? "").ToUpperInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).Where(_provinces.Contains).Distinct().Take(30)],
        Within = int.TryParse(query["within"], out var kilometres) && Facets.Circles.Contains(kilometres) ? kilometres : null,
        Region = query["region"].ToString() is var region && _regions.Contains(region) ? region : null,
        Size = Enum.TryParse<SizeClass>(query["size"], out var size) && Enum.IsDefined(size) ? size : null,
        Reach = Enum.TryParse<Reach>(query["reach"], out var reach) && Enum.IsDefined(reach) ? reach : null,
        Capabilities = [.. FacetWords.Capabilities.Where(w => query["capability"].Contains(w))],
        Certificates = [.. FacetWords.Certificates.Where(w => query["certificate"].Contains(w))],
    };

    public static string To(Facets facets, int page = 1)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        Add("q", facets.Text);
        Add("division", facets.Division);
        Add("province", facets.Provinces.Count > 0 ? string.Join(',', facets.Provinces) : null);
        Add("within", facets is { Within: { } kilometres, Provinces.Count: > 0 } ? $"{kilometres}" : null);
        Add("region", facets.Region);
        Add("size", facets.Size?.ToString());
        Add("reach", facets.Reach?.ToString());
        facets.Capabilities.ToList().ForEach(c => Add("capability", c));
        facets.Certificates.ToList().ForEach(c => Add("certificate", c));
        Add("page", page > 1 ? $"{page}" : null);
        return parts.Count == 0 ? "" : QueryString.Create(parts).Value!;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add(KeyValuePair.Create(name, (string?)value));
            }
        }
    }

    public static int Page(IQueryCollection query) => int.TryParse(query["page"], out var page) && page is > 1 and < 100_000 ? page : 1;
}
