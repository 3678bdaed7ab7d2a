using System.Security.Cryptography;
using System.Text;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.Indicators;

/// <summary>A number of the programme; its name and its written definition are words under its stored word.</summary>
/// <param name="Counts">Whether a network counts, from the first to the last day of a month.</param>
/// <param name="IsMedian">The value is the median of the days from the first call to the effect, not the number of networks.</param>
/// <param name="FewerIsBetter">A target of it is a most, not a least.</param>
internal sealed record Indicator(string Word, Func<CaseCourse, DateOnly, DateOnly, bool> Counts, bool IsMedian = false, bool FewerIsBetter = false)
{
    /// <summary>Raised when a definition changes; a frozen month keeps the one it was counted by.</summary>
    public const int Definitions = 1;

    public static readonly IReadOnlyList<Indicator> All =
    [
        new("opened", (c, first, last) => c.OpenedOn >= first && c.OpenedOn <= last),
        new("signed", (c, first, last) => c.DeedOn >= first && c.DeedOn <= last),
        new("in-effect", (c, first, last) => c.EffectOn >= first && c.EffectOn <= last),
        new("closed", (c, first, last) => c.IsGivenUp && c.ClosedOn >= first && c.ClosedOn <= last, FewerIsBetter: true),
        new("ended", (c, first, last) => !c.IsGivenUp && c.ClosedOn >= first && c.ClosedOn <= last, FewerIsBetter: true),

        // Networks, not firms: a small number of firms would name them.
        new("firm-left", (c, first, last) => c.Departures.Any(day => day >= first && day <= last), FewerIsBetter: true),
        new("under-way", (c, _, last) => c.StateOn(last) is not (null or RegionState.InEffect or RegionState.Closed)),
        new("in-effect-so-far", (c, _, last) => c.EffectOn <= last),
        new("median-days", (c, first, last) => c.EffectOn >= first && c.EffectOn <= last, IsMedian: true, FewerIsBetter: true),
    ];
}

/// <param name="Days">Of each network behind it, by reference: days from the first call to the effect, 0 where they do not count.</param>
internal sealed record Counted(Indicator Indicator, int? Value, IReadOnlyDictionary<string, int> Days)
{
    /// <summary>SHA-256 of the references, one a line, in order.</summary>
    public string Evidence => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Days.Keys.Order(StringComparer.Ordinal)))));
}

/// <summary>Counts the indicators from the history, as it was known at an instant.</summary>
internal static class IndicatorCount
{
    /// <param name="month">Its first day.</param>
    public static IReadOnlyList<Counted> Of(IReadOnlyCollection<(string Reference, CaseCourse Course)> cases, DateOnly month) =>
        [.. Indicator.All.Select(i => Of(i, cases, month))];

    public static Counted Of(Indicator indicator, IReadOnlyCollection<(string Reference, CaseCourse Course)> cases, DateOnly month) =>
        Of(indicator, cases, month, month.AddMonths(1).AddDays(-1));

    /// <summary>The same from one day to another: each network once, however often it did what is counted.</summary>
    public static Counted Of(Indicator indicator, IReadOnlyCollection<(string Reference, CaseCourse Course)> cases, DateOnly first, DateOnly last)
    {
        var days = cases.Where(c => indicator.Counts(c.Course, first, last))
            .ToDictionary(c => c.Reference, c => indicator.IsMedian ? c.Course.EffectOn!.Value.DayNumber - c.Course.OpenedOn.DayNumber : 0, StringComparer.Ordinal);
        return new Counted(indicator, !indicator.IsMedian ? days.Count : days.Count == 0 ? null : CycleCharts.At([.. days.Values.Order()], 50), days);
    }

    /// <summary>What was known of each case at an instant; cases that were not known yet are left out.</summary>
    /// <param name="knownUntil">Null for what is known now.</param>
    public static IReadOnlyList<(string Reference, CaseCourse Course)> KnownAt(IReadOnlyList<RegionNetwork> networks, DateTimeOffset? knownUntil) =>
    [
        .. from n in networks
           let course = knownUntil is { } instant ? CaseCourse.Of(n.Moments, instant.ToUnixTimeMilliseconds()) : n.Course
           where course is not null
           select (n.Reference, course),
    ];
}
