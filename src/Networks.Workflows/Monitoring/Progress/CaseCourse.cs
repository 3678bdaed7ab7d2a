using System.Runtime.CompilerServices;
using Networks.Data.Cases;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>
/// The way of one case as it was known at an instant: both times of the history are in it, the day on which a thing was so
/// and the instant from which on we knew.
/// </summary>
internal sealed class CaseCourse
{
    private readonly Entry[] _entries;
    private Days _reached;
    private DateOnly[] _departures = [];

    private CaseCourse(DateOnly openedOn, int entries)
    {
        OpenedOn = openedOn;
        _entries = entries == 0 ? [] : new Entry[entries];
    }

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? DeedOn { get; private set; }

    public DateOnly? EffectOn { get; private set; }

    /// <summary>Closed without outcome, or ended after the effect.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Days on which a firm that took part went; each firm has its own.</summary>
    public IReadOnlyList<DateOnly> Departures => _departures;

    /// <summary>It ended before it came into effect.</summary>
    public bool IsGivenUp => ClosedOn is not null && EffectOn is null;

    /// <summary>The phase it is in, and since when; null once it is in effect or closed.</summary>
    public (CasePhase Phase, DateOnly Since)? Now =>
        EffectOn is not null || ClosedOn is not null || _entries.Length == 0 ? null
        : (_entries[^1].Phase, _entries.Length == 1 ? OpenedOn : _entries[^1].On);

    /// <param name="knownUntil">In Unix milliseconds; what was recorded later is left out.</param>
    /// <returns>Null for a case of which nothing was known by then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CaseCourse? Of(ReadOnlySpan<Moment> moments, long knownUntil = long.MaxValue)
    {
        CaseCourse? course = null;
        var entered = 0;
        foreach (ref readonly var moment in moments)
        {
            if (moment.KnownAt <= knownUntil)
            {
                course ??= new CaseCourse(moment.On, Entries(moments, knownUntil));
                course.Take(moment, ref entered);
            }
        }

        course?.Reach();
        return course;
    }

    /// <summary>First day on which it had come so far or farther; null when it never did.</summary>
    public DateOnly? Reached(RegionState stage) => _reached[(int)stage] is var day && day == default ? null : day;

    /// <summary>Where it stood at the end of a day; null before it was opened.</summary>
    public RegionState? StateOn(DateOnly day)
    {
        if (OpenedOn > day)
        {
            return null;
        }

        if (ClosedOn <= day)
        {
            return RegionState.Closed;
        }

        return EffectOn <= day ? RegionState.InEffect : (RegionState)Array.FindLast(_entries, e => e.On <= day).Phase;
    }

    /// <summary>The stays in the phases before effect, in order.</summary>
    public IEnumerable<PhaseStay> Stays()
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            var from = i == 0 ? OpenedOn : _entries[i].On;
            var until = i + 1 < _entries.Length ? _entries[i + 1].On : EffectOn ?? ClosedOn;
            yield return new PhaseStay(_entries[i].Phase, from, until < from ? from : until);
        }
    }

    // What is run after the effect does not take a network back on its way.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Entries(ReadOnlySpan<Moment> moments, long knownUntil)
    {
        var entries = 0;
        foreach (ref readonly var moment in moments)
        {
            if (moment.KnownAt > knownUntil)
            {
                continue;
            }

            if (moment.Kind == MomentKind.Effect)
            {
                break;
            }

            entries += IsOnTheWay(moment) ? 1 : 0;
        }

        return entries;
    }

    private static bool IsOnTheWay(in Moment moment) => moment.Kind == MomentKind.Phase && moment.Phase != CasePhase.FollowUp;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(in Moment moment, ref int entered)
    {
        switch (moment.Kind)
        {
            case MomentKind.Opened:
                OpenedOn = moment.On;
                break;
            case MomentKind.Phase when EffectOn is null && IsOnTheWay(moment):
                _entries[entered++] = new Entry(moment.Phase, moment.On);
                DeedOn = moment.Phase < CasePhase.Registration ? null : DeedOn;
                break;
            case MomentKind.Deed:
                DeedOn = moment.On;
                break;
            case MomentKind.Effect:
                EffectOn = moment.On;
                break;
            case MomentKind.Closed:
                ClosedOn = moment.On;
                break;
            case MomentKind.Undone:
                ClosedOn = null;
                break;
            case MomentKind.Left:
                _departures = [.. _departures, moment.On];
                break;
            case MomentKind.Phase:
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reach()
    {
        _reached[(int)RegionState.Intake] = OpenedOn;
        _reached[(int)RegionState.InEffect] = EffectOn ?? default;
        for (var stage = (int)RegionState.Registration; stage > (int)RegionState.Intake; stage--)
        {
            var first = _reached[stage + 1];
            foreach (var (phase, on) in _entries)
            {
                first = (int)phase == stage && (first == default || on < first) ? on : first;
            }

            _reached[stage] = first;
        }
    }

    private readonly record struct Entry(CasePhase Phase, DateOnly On);

    /// <summary>By stage up to the effect; the first day of the calendar where it was not reached.</summary>
    [InlineArray((int)RegionState.InEffect + 1)]
    private struct Days
    {
        private DateOnly _first;
    }
}
