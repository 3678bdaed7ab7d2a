using Quartz;

namespace Networks.Web.Infrastructure;

/// <summary>
/// Quartz reckons by the wall clock: when that is set back by an hour, it would wake nobody for an hour. This watch compares
/// it with the clock that nobody sets, and has every job woken anew from where the wall clock stands now.
/// </summary>
internal sealed partial class ClockWatch(ISchedulerFactory schedulers, TimeProvider clock, ILogger<ClockWatch> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    /// <summary>What clocks that are kept by the network's time never lose within the pause.</summary>
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, clock);
        var (wall, steady) = (clock.GetUtcNow(), clock.GetTimestamp());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var (wallNow, steadyNow) = (clock.GetUtcNow(), clock.GetTimestamp());
            var lost = clock.GetElapsedTime(steady, steadyNow) - (wallNow - wall);
            (wall, steady) = (wallNow, steadyNow);
            if (lost > _tolerance)
            {
                WentBack(lost.TotalSeconds);
                await WakeAsync(stoppingToken);
            }
        }
    }

    private async Task WakeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var key in JobsSetup.All.Select(word => new TriggerKey(word)))
        {
            if (await scheduler.GetTrigger(key, cancellationToken) is { } trigger)
            {
                await scheduler.RescheduleJob(key, trigger.GetTriggerBuilder().StartAt(clock.GetUtcNow()).Build(), cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock went back by {Seconds:0.0} seconds; the jobs are woken anew")]
    private partial void WentBack(double seconds);
}
