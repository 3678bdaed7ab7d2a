using System.Globalization;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Web.Monitoring.ListRegion;

/// <summary>The address of the networks behind a number, and the filter that stands in it.</summary>
internal static class ListRegionLink
{
    public const string List = "/region/networks";

    private const string Month = "yyyy-MM";
    private const string Day = "yyyy-MM-dd";

    public static string To(RegionFilter filter, int page = 1) => List + Query(filter, page);

    /// <returns>With its question mark; empty for no filter.</returns>
    public static string Query(RegionFilter filter, int page = 1)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        Add("desk", filter.Desk?.Value.ToString());
        Add("opened", filter.OpenedIn?.ToString(Month, CultureInfo.InvariantCulture));
        Add("state", filter.State?.ToString());
        Add("reached", filter.Reached?.ToString());
        Add("by", filter.By?.ToString(Day, CultureInfo.InvariantCulture));
        Add("effect", filter.EffectIn?.ToString(Month, CultureInfo.InvariantCulture));
        Add("open", filter.Open ? "yes" : null);
        Add("stopped", filter.Stopped ? "yes" : null);
        Add("work", filter.WorkOf?.Value.ToString());
        Add("overdue", filter.Overdue ? "yes" : null);
        Add("firms", filter.FirmsOf?.Value.ToString());
        Add("indicator", filter.Indicator);
        Add("month", filter.Month?.ToString(Month, CultureInfo.InvariantCulture));
        Add("frozen", filter.AsFrozen ? "yes" : null);
        Add("province", filter.Province);
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

    /// <summary>What is not understood narrows nothing.</summary>
    public static RegionFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new RegionFilter
        {
            Desk = Desk("desk"),
            OpenedIn = DayOf("opened", Month),
            State = State("state"),
            Reached = State("reached"),
            By = DayOf("by", Day),
            EffectIn = DayOf("effect", Month),
            Open = query["open"] == "yes",
            Stopped = query["stopped"] == "yes",
            WorkOf = Desk("work"),
            Overdue = query["overdue"] == "yes",
            FirmsOf = Desk("firms"),
            Indicator = query["indicator"].ToString() is { Length: > 0 and < 40 } word && Words.Has(Words.Italian, $"region-pages.indicator-{word}") ? word : null,
            Month = DayOf("month", Month),
            AsFrozen = query["frozen"] == "yes",
            Province = query["province"].ToString() is { Length: 2 } sigla ? sigla : null,
        };

        AssociationId? Desk(string name) => Guid.TryParse(query[name], out var id) ? new AssociationId(id) : null;
        DateOnly? DayOf(string name, string form) => DateOnly.TryParseExact(query[name], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        RegionState? State(string name) => Enum.TryParse<RegionState>(query[name], out var state) && Enum.IsDefined(state) ? state : null;
    }

    public static int Page(IQueryCollection query) => int.TryParse(query["page"], out var page) && page is > 1 and < 100_000 ? page : 1;
}
