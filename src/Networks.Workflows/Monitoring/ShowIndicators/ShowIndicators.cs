using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.ShowIndicators;

/// <summary>The indicators owed to the funder, month by month: as frozen, what was corrected since, and the months still open.</summary>
[Access(Right.RegionRead)]
public sealed record ShowIndicators : IQuery<IndicatorsView>
{
    /// <summary>Months that the view goes back.</summary>
    public const int Months = 24;
}

/// <param name="Indicators">Stored words, in order.</param>
/// <param name="Months">The newest first; those not frozen yet too.</param>
/// <param name="Targets">Of the indicators that have one.</param>
/// <param name="Silent">Desks without any network: what they did is in no number.</param>
/// <param name="IsWhole">Every frozen month is as it was frozen, and none is missing from the chain.</param>
public sealed record IndicatorsView(string Programme, IReadOnlyList<string> Indicators, IReadOnlyList<TargetProgress> Targets, IReadOnlyList<string> Silent, IReadOnlyList<IndicatorMonth> Months, IReadOnlyList<RestatedNumber> Restatements, bool IsWhole, int FreezeDay);

/// <param name="FrozenAt">Null while the month is open.</param>
public sealed record IndicatorMonth(DateOnly Month, DateTimeOffset? FrozenAt, string? Hash, IReadOnlyList<MonthNumber> Numbers);

/// <param name="Value">As frozen; of an open month, as it is known now.</param>
/// <param name="Corrected">Whether a restatement holds now.</param>
/// <param name="Now">What the last restatement says; the value where there is none.</param>
public sealed record MonthNumber(string Indicator, int? Value, bool Corrected, int? Now);

/// <param name="By">The desk whose entry caused it; null where that was the service.</param>
public sealed record RestatedNumber(DateOnly Month, string Indicator, int? Before, int? Now, DateTimeOffset FoundAt, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, string? By);
