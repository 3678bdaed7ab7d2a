using Networks.Data.Cases;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Monitoring;

/// <summary>How long a phase usually takes, in calendar days.</summary>
/// <param name="Median">Half of the stays were shorter.</param>
/// <param name="NineOfTen">Nine of ten were no longer; null where the median is assumed.</param>
/// <param name="Stays">Ended stays that were counted.</param>
/// <param name="IsAssumed">Too few have ended: the figure is the planning figure, to verify.</param>
public sealed record UsualTime(CasePhase Phase, int Median, int? NineOfTen, int Stays, bool IsAssumed);

internal static class UsualTimes
{
    /// <summary>The phases that have an end, in order; of each what was seen, or what is planned with until enough was seen.</summary>
    /// <param name="stays">Of all cases; those of cases that were given up are not usual and are left out by the caller.</param>
    public static IReadOnlyList<UsualTime> Of(IEnumerable<PhaseStay> stays, VerifiableFacts facts, int fewest)
    {
        var phases = Enum.GetValues<CasePhase>();
        var days = phases.ToDictionary(p => p, _ => new List<int>());
        foreach (var stay in stays)
        {
            if (stay.Until is { } until)
            {
                days[stay.Phase].Add(stay.Days(until));
            }
        }

        return [.. phases.Where(p => p != CasePhase.FollowUp).Select(phase => Of(phase, days[phase], facts, fewest)).OfType<UsualTime>()];
    }

    private static UsualTime? Of(CasePhase phase, List<int> days, VerifiableFacts facts, int fewest)
    {
        if (days.Count >= fewest)
        {
            days.Sort();
            return new UsualTime(phase, days[days.Count / 2], days[days.Count * 9 / 10], days.Count, IsAssumed: false);
        }

        return facts.UsualPhaseDays.Value.TryGetValue(phase.ToString(), out var planned)
            ? new UsualTime(phase, planned, null, days.Count, IsAssumed: true)
            : null;
    }
}
