using Networks.Data;
using Networks.Web.Monitoring.ShowRegion;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Web.Monitoring.ListRegion;

/// <summary>A filter in words: one part a condition.</summary>
internal static class FilterWords
{
    public static IReadOnlyList<string> Of(RegionFilter filter, IReadOnlyList<DeskName> desks)
    {
        var said = new List<string?>
        {
            Desk("filter-desk", filter.Desk),
            filter.OpenedIn is { } opened ? Words.Say("region-pages.filter-opened", opened) : null,
            filter.State is { } state ? Words.Say("region-pages.filter-state", RegionWords.Of(state)) : null,
            filter.Reached is { } reached ? Words.Say("region-pages.filter-reached", RegionWords.Of(reached)) : null,
            filter.By is { } by ? Words.Say("region-pages.filter-by", by) : null,
            filter.EffectIn is { } effect ? Words.Say("region-pages.filter-effect", effect) : null,
            filter.Open ? Words.Say("region-pages.filter-open") : null,
            filter.Stopped ? Words.Say("region-pages.filter-stopped") : null,
            Desk(filter.Overdue ? "filter-overdue" : "filter-work", filter.WorkOf),
            Desk("filter-firms", filter.FirmsOf),
            filter is { Indicator: { } promised, Month: null } ? Words.Say("region-pages.filter-so-far", Words.Say($"region-pages.indicator-{promised}")) : null,
            filter is { Indicator: { } indicator, Month: { } month } ? Words.Say(filter.AsFrozen ? "region-pages.filter-frozen" : "region-pages.filter-indicator", Words.Say($"region-pages.indicator-{indicator}"), month) : null,
            filter.Province is { } sigla ? Words.Say("region-pages.filter-province", sigla) : null,
        };
        return [.. said.OfType<string>()];

        string? Desk(string key, AssociationId? id) =>
            id is { } one ? Words.Say($"region-pages.{key}", desks.FirstOrDefault(d => d.Id == one)?.Name ?? "–") : null;
    }
}
