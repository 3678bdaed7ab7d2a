using Networks.Workflows.Monitoring.Progress;

namespace Networks.Web.Infrastructure;

/// <summary>Prepares the lead's picture once, when the service already answers; nothing waits for it, and without it a first look only takes longer.</summary>
internal sealed partial class RegionPreparing(RegionPreparation preparation, IHostApplicationLifetime lifetime, ILogger<RegionPreparing> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await preparation.RunAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lead's picture could not be prepared; it is read at the first look")]
    private partial void Failed(Exception exception);
}
