using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowIndicators;

/// <summary>How a target stands.</summary>
public enum TargetState
{
    /// <summary>The programme has not begun, no network is known, or none that the number could be made from.</summary>
    Unknown,
    NotYet,
    Reached,

    /// <summary>The programme is over.</summary>
    Missed,

    /// <summary>A most that has been kept so far; once the programme is over it is <see cref="Reached"/>.</summary>
    Within,
    Exceeded,
}

/// <summary>What the programme promised, beside what is known.</summary>
/// <param name="IsMost">The promise is not to go over it; else to come so far.</param>
/// <param name="Value">From the first day of the programme until today or its last; null where nothing is known.</param>
public sealed record TargetProgress(string Indicator, int Target, bool IsMost, int? Value, TargetState State)
{
    /// <returns>Those that have a target, in the order of the indicators.</returns>
    internal static async Task<IReadOnlyList<TargetProgress>> ReadAsync(NetworksDbContext db, RegionGround ground, CancellationToken cancellationToken)
    {
        var targets = await db.ProgrammeTargets.AsNoTracking().Where(t => t.ProgrammeId == ground.ProgrammeId).ToDictionaryAsync(t => t.Indicator, t => t.Value, cancellationToken);
        if (targets.Count == 0)
        {
            return [];
        }

        var period = await ProgrammePeriod.ReadAsync(db, ground.ProgrammeId, ground.Today, cancellationToken);
        var known = IndicatorCount.KnownAt(ground.Networks, null);
        return [.. Indicators.Indicator.All.Where(i => targets.ContainsKey(i.Word)).Select(i => Of(i, targets[i.Word], known, period))];
    }

    internal static TargetProgress Of(Indicators.Indicator indicator, int target, IReadOnlyCollection<(string Reference, CaseCourse Course)> known, ProgrammePeriod period)
    {
        var value = known.Count == 0 || !period.HasBegun ? null : IndicatorCount.Of(indicator, known, period.First, period.Last).Value;
        return new TargetProgress(indicator.Word, target, indicator.FewerIsBetter, value, StateOf(value, target, indicator.FewerIsBetter, period.IsOver));
    }

    private static TargetState StateOf(int? value, int target, bool isMost, bool isOver) => (value, isMost) switch
    {
        (null, _) => TargetState.Unknown,
        ({ } reached, false) when reached >= target => TargetState.Reached,
        (_, false) => isOver ? TargetState.Missed : TargetState.NotYet,
        ({ } counted, true) when counted > target => TargetState.Exceeded,
        (_, true) => isOver ? TargetState.Reached : TargetState.Within,
    };
}
