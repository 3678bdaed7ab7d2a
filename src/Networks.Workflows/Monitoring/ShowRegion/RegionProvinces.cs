using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>Where the firms stand, as far as it may be told; see docs/adr/0011.</summary>
internal static class RegionProvinces
{
    public static ProvinceTable? Of(RegionGround ground) => ground.Once("provinces", () => new Box(Table(ground))).Table;

    /// <summary>Whether a network may be found by a province: then so many can that none is pointed at.</summary>
    public static bool IsListed(RegionGround ground, string sigla) => Of(ground)?.Rows.Any(r => r.Sigla == sigla && r.HasList) ?? false;

    private static ProvinceTable? Table(RegionGround ground)
    {
        var (firms, places, networks) = (new HashSet<ulong>(), new Dictionary<int, int>(), new List<int[]>());
        var (several, beyond) = (0, 0);
        foreach (var network in ground.Networks)
        {
            if (network.Course.ClosedOn is not null)
            {
                continue;
            }

            foreach (var firm in network.Firms)
            {
                if (firms.Add(firm.Key))
                {
                    places[firm.Place] = places.GetValueOrDefault(firm.Place) + 1;
                }
            }

            networks.Add(Places(network.Firms));
            several += network.Firms.Length > 1 ? 1 : 0;
            beyond += networks[^1].Length > 1 ? 1 : 0;
        }

        var ranges = places.ToDictionary(p => p.Key, p => CountRange.Of(p.Value, ground.SmallCell));
        if (ranges.Values.All(r => r.IsSmall))
        {
            return null;
        }

        // By what is told: the order of the counts themselves would tell more.
        var listed = Listed(networks, [.. ranges.Where(r => r.Key != 0 && !r.Value.IsSmall).Select(r => r.Key)], ground.SmallCell);
        var rows = from r in ranges
                   let sigla = RegionFirm.SiglaOf(r.Key)
                   orderby r.Value.From descending, sigla
                   select new ProvinceRow(sigla.Length == 0 ? null : sigla, r.Value, listed.Contains(r.Key));
        return new ProvinceTable([.. rows], ground.SmallCell, Share(beyond, several, ground.SmallCell));
    }

    /// <summary>Those in which enough networks have firms, and outside of which, taken together, either none or enough are left.</summary>
    private static HashSet<int> Listed(List<int[]> networks, HashSet<int> told, int least)
    {
        var counts = networks.SelectMany(n => n).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        var listed = told.Where(p => counts[p] >= least).ToHashSet();
        while (listed.Count > 0 && networks.Count(n => !Array.Exists(n, listed.Contains)) is var outside && outside > 0 && outside < least)
        {
            listed.Remove(listed.OrderBy(p => counts[p]).ThenBy(p => p).First());
        }

        return listed;
    }

    private static int[] Places(RegionFirm[] firms)
    {
        var places = new int[firms.Length];
        var count = 0;
        foreach (var firm in firms)
        {
            if (Array.IndexOf(places, firm.Place, 0, count) < 0)
            {
                places[count++] = firm.Place;
            }
        }

        return places[..count];
    }

    // By the bands alone, also whether it is told: one network more or less must not show.
    private static int? Share(int part, int all, int width)
    {
        var (parts, whole) = (CountRange.Of(part, width), CountRange.Of(all, width));
        return parts.From < width || whole.From - parts.From < width ? null : RegionCounts.Percent(parts.From + parts.To, whole.From + whole.To);
    }

    /// <summary>A table that is not told is made once, too.</summary>
    private sealed record Box(ProvinceTable? Table);
}
