using Networks.Workflows.Common;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>
/// The clock of the demo. While the story is told it stands where the story is; afterwards it is the chosen day at the
/// present time of day, and ticks.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? _stopped;
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => _stopped ?? System.GetUtcNow() + _shift;

    /// <summary>Stands still at an instant. It never goes back: what was recorded was recorded then.</summary>
    /// <exception cref="InvalidOperationException">The instant lies before the one at which it stands.</exception>
    public void StopAt(DateTimeOffset instant)
    {
        if (_stopped > instant)
        {
            throw new InvalidOperationException($"The demo's clock stands at {_stopped:O} and cannot go back to {instant:O}.");
        }

        _stopped = instant;
    }

    /// <summary>Ticks from now on; today, in Rome, is the given day.</summary>
    public void RunOn(DateOnly day)
    {
        _stopped = null;
        _shift = TimeSpan.FromDays(day.DayNumber - BusinessCalendar.DayOf(System.GetUtcNow()).DayNumber);
    }
}
