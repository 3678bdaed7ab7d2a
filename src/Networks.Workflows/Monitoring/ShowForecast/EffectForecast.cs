using Networks.Data.Cases;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.ShowForecast;

/// <summary>How long the phases lasted that had ended by a day: all that a forecast of that day may know.</summary>
internal sealed class PhaseLengths
{
    private readonly Dictionary<CasePhase, List<int>> _days = [];

    /// <param name="stays">Ended ones.</param>
    public PhaseLengths(IEnumerable<PhaseStay> stays)
    {
        foreach (var stay in stays)
        {
            (_days.TryGetValue(stay.Phase, out var days) ? days : _days[stay.Phase] = []).Add(stay.Days(stay.Until!.Value));
        }
    }

    public IReadOnlyList<int> Of(CasePhase phase) => _days.TryGetValue(phase, out var days) ? days : [];
}

/// <summary>
/// The day of effect as a range: the rest of the running phase and each phase to come are drawn from the stays of like
/// networks, many times over; the draws are the same for the same network on the same day.
/// </summary>
internal static class EffectForecast
{
    /// <summary>Ended stays of each phase under which nothing is foretold.</summary>
    public const int Fewest = 8;

    private const int Draws = 400;

    /// <summary>The phases that every network goes through once it is past intake.</summary>
    private static readonly CasePhase[] _way = [CasePhase.Intake, CasePhase.Drafting, CasePhase.Signing, CasePhase.Registration];

    /// <summary>Known stays of the phase, of those still ahead, of which fewest are known.</summary>
    public static int Known(CasePhase phase, PhaseLengths lengths) => Ahead(phase).Append(phase).Min(p => lengths.Of(p).Count);

    /// <param name="since">First day of the running phase.</param>
    /// <returns>Null where too little is known, or where it is in its phase for longer than nearly all before.</returns>
    public static EffectRange? Of(CasePhase phase, DateOnly since, DateOnly today, PhaseLengths lengths, int seed)
    {
        var spent = today.DayNumber - since.DayNumber;
        var rest = lengths.Of(phase).Where(days => days >= spent).Select(days => days - spent).ToList();
        if (Known(phase, lengths) < Fewest || rest.Count < Fewest / 2)
        {
            return null;
        }

        // A mark of the draw, not of chance: nobody's secret hangs on it.
#pragma warning disable CA5394
        var random = new Random(seed);
        var ahead = Ahead(phase).Select(lengths.Of).ToList();
        var drawn = Enumerable.Range(0, Draws).Select(_ => rest[random.Next(rest.Count)] + ahead.Sum(days => days[random.Next(days.Count)])).Order().ToList();
#pragma warning restore CA5394
        return new EffectRange(today.AddDays(CycleCharts.At(drawn, 50)), today.AddDays(CycleCharts.At(drawn, 85)));
    }

    /// <summary>The forecasts that would have been made on the day on which each network, the latest first, entered a phase.</summary>
    /// <param name="most">Networks that are tried.</param>
    public static ForecastScore Score(IReadOnlyCollection<(int Seed, CaseCourse Course)> courses, int most)
    {
        // A network that was given up later was on its way like any other.
        var all = courses.SelectMany(c => c.Course.Stays()).Where(s => s.Until is not null).OrderBy(s => s.Until).ToList();
        var (made, half, eightyFive) = (0, 0, 0);
        foreach (var (seed, course) in courses.Where(c => c.Course.EffectOn is not null).OrderByDescending(c => c.Course.EffectOn).Take(most))
        {
            foreach (var stay in course.Stays().Where(s => s.Phase != CasePhase.Discovery))
            {
                var range = Of(stay.Phase, stay.From, stay.From, new PhaseLengths(all.TakeWhile(s => s.Until < stay.From)), seed);
                made += range is null ? 0 : 1;
                half += range is not null && course.EffectOn <= range.Half ? 1 : 0;
                eightyFive += range is not null && course.EffectOn <= range.EightyFive ? 1 : 0;
            }
        }

        return made < Fewest ? new ForecastScore(made, null, null) : new ForecastScore(made, RegionCounts.Percent(half, made), RegionCounts.Percent(eightyFive, made));
    }

    private static IEnumerable<CasePhase> Ahead(CasePhase phase) => _way.Where(p => p > phase);
}
