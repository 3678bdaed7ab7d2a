using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.ShowForecast;

/// <summary>When the networks under way are expected to come into effect, and how well such expectations did.</summary>
[Access(Right.RegionRead)]
public sealed record ShowForecast : IQuery<ForecastView>
{
    /// <summary>Rows of the view; the nearest first.</summary>
    public const int Rows = 100;
}

/// <param name="Networks">With a range first, the nearest first; then those of which too little is known.</param>
/// <param name="Fewest">Ended stays of each phase under which nothing is foretold.</param>
public sealed record ForecastView(string Programme, DateOnly Today, IReadOnlyList<ForecastRow> Networks, int UnderWay, int Fewest, ForecastScore Score);

/// <param name="Range">Null where too little is known.</param>
/// <param name="Known">Ended stays of the phase of which fewest are known.</param>
/// <param name="Critical">What moves the day most; null where nothing is open or nothing of its kind has ended.</param>
public sealed record ForecastRow(CaseId Id, string Reference, string Desk, CasePhase Phase, EffectRange? Range, int Known, CriticalTask? Critical);

/// <param name="Half">As many come earlier as later.</param>
/// <param name="EightyFive">Of a hundred such networks 85 have come by then.</param>
public sealed record EffectRange(DateOnly Half, DateOnly EightyFive);

/// <summary>The open task that is expected to end last.</summary>
/// <param name="Office">
/// The chamber that is waited for, null where too few networks wait at it: its district hints at where their firms stand. Else
/// the desk that does it, or that follows the firm that does: the firm itself is not told to the lead.
/// </param>
/// <param name="Days">By so many days the phase is expected to end earlier if it were done today.</param>
public sealed record CriticalTask(WaitsFor Party, string Task, string? Office, int Days);

/// <summary>Forecasts as they would have been made in the past, beside what happened.</summary>
/// <param name="Made">How many.</param>
/// <param name="WithinHalf">In percent: 50 is right. Null under the fewest.</param>
/// <param name="WithinEightyFive">In percent: 85 is right. Null under the fewest.</param>
public sealed record ForecastScore(int Made, int? WithinHalf, int? WithinEightyFive);
