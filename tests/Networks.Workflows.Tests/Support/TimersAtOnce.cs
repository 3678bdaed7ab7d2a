using System.Collections.Concurrent;

namespace Networks.Workflows.Tests.Support;

/// <summary>A clock whose timers ring at once and are remembered: waiting costs the test no time.</summary>
public sealed class TimersAtOnce(TimeProvider inner) : TimeProvider
{
    /// <summary>What was waited for, in the order of waiting.</summary>
    public ConcurrentQueue<TimeSpan> Waited { get; } = new();

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Waited.Enqueue(dueTime);
            dueTime = TimeSpan.Zero;
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
