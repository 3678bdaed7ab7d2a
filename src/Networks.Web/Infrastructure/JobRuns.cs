using System.Collections.Concurrent;

namespace Networks.Web.Infrastructure;

/// <summary>When each job of this node last ran, and how it ended. Lives as long as the process.</summary>
internal sealed class JobRuns(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, JobRun> _runs = new(StringComparer.Ordinal);

    public JobRun? Last(string job) => _runs.GetValueOrDefault(job);

    public void Ended(string job, int done, string? fault) => _runs[job] = new JobRun(clock.GetUtcNow(), done, fault);
}

/// <param name="Done">How many mails left or timers took effect.</param>
/// <param name="Fault">Type of the error that ended the run; null when it went through.</param>
internal sealed record JobRun(DateTimeOffset At, int Done, string? Fault);
