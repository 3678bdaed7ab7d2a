using Networks.Data.Cases;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>
/// The way of one case as it was known at an instant: both times of the history are in it, the day on which a thing was so
/// and the instant from which on we knew.
/// </summary>
internal sealed class CaseCourse
{
    private readonly List<(CasePhase Phase, DateOnly On)> _entries = [];
    private readonly DateOnly?[] _reached = new DateOnly?[(int)RegionState.InEffect + 1];

    private CaseCourse(DateOnly openedOn) => OpenedOn = openedOn;

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? DeedOn { get; private set; }

    public DateOnly? EffectOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <param name="knownUntil">In Unix milliseconds; what was recorded later is left out.</param>
    /// <returns>Null for a case of which nothing was known by then.</returns>
    public static CaseCourse? Of(IEnumerable<Moment> moments, long knownUntil = long.MaxValue)
    {
        CaseCourse? course = null;
        foreach (var moment in moments.Where(m => m.KnownAt <= knownUntil))
        {
            course ??= new CaseCourse(moment.On);
            course.Take(moment);
        }

        course?.Reach();
        return course;
    }

    /// <summary>First day on which it had come so far or farther; null when it never did.</summary>
    public DateOnly? Reached(RegionState stage) => _reached[(int)stage];

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

        return EffectOn <= day ? RegionState.InEffect : (RegionState)_entries.LastOrDefault(e => e.On <= day).Phase;
    }

    /// <summary>The stays in the phases before effect, in order.</summary>
    public IEnumerable<PhaseStay> Stays(Data.CaseId id)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            var from = i == 0 ? OpenedOn : _entries[i].On;
            var until = i + 1 < _entries.Count ? _entries[i + 1].On : EffectOn ?? ClosedOn;
            yield return new PhaseStay(id, _entries[i].Phase, from, until < from ? from : until);
        }
    }

    /// <summary>The phase it is in, and since when; null once it is in effect or closed.</summary>
    public (CasePhase Phase, DateOnly Since)? Now =>
        EffectOn is not null || ClosedOn is not null || _entries.Count == 0 ? null
        : (_entries[^1].Phase, _entries.Count == 1 ? OpenedOn : _entries[^1].On);

    private void Take(Moment moment)
    {
        switch (moment.Kind)
        {
            case MomentKind.Opened:
                OpenedOn = moment.On;
                break;

            // What is run after the effect does not take a network back on its way.
            case MomentKind.Phase when EffectOn is null && moment.Phase != CasePhase.FollowUp:
                _entries.Add((moment.Phase, moment.On));
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
            case MomentKind.Phase:
                break;
        }
    }

    private void Reach()
    {
        _reached[(int)RegionState.Intake] = OpenedOn;
        _reached[(int)RegionState.InEffect] = EffectOn;
        for (var stage = (int)RegionState.Registration; stage > (int)RegionState.Intake; stage--)
        {
            DateOnly? first = _reached[stage + 1];
            foreach (var (phase, on) in _entries)
            {
                first = (int)phase == stage && (first is null || on < first) ? on : first;
            }

            _reached[stage] = first;
        }
    }
}
