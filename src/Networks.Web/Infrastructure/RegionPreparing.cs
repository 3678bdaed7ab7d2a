using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Web.Monitoring.ShowRegion;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Web.Infrastructure;

/// <summary>
/// Prepares the lead's picture of large programmes once, as soon as the service has started, and draws it once to nobody: whoever looks first
/// waits neither for the reading nor for the drawing's code to be compiled. Without it a first look only takes longer.
/// </summary>
internal sealed partial class RegionPreparing(RegionPreparation preparation, IServiceScopeFactory scopes, ILoggerFactory logs, IHostApplicationLifetime lifetime, ILogger<RegionPreparing> log)
    : BackgroundService
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It is ready, or it could not be prepared.</summary>
    public Task Done => _done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            foreach (var view in await preparation.RunAsync(stoppingToken))
            {
                await using var scope = scopes.CreateAsyncScope();
                await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
                await renderer.Dispatcher.InvokeAsync(async () =>
                    (await renderer.RenderComponentAsync<RegionBody>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(RegionBody.View)] = view }))).ToHtmlString());
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
        finally
        {
            _done.TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lead's picture could not be prepared; it is read at the first look")]
    private partial void Failed(Exception exception);
}

/// <summary>A node takes its first requests when the picture of its large programmes is ready, but does not wait for it for ever.</summary>
internal sealed class RegionHealth(RegionPreparing preparing, TimeProvider clock) : IHealthCheck
{
    /// <summary>Longer than fifty thousand networks take on a busy machine; after it the node works without.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>One question waits so long for the answer, so that a small programme's node is ready at the first.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(2);

    private readonly DateTimeOffset _since = clock.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!preparing.Done.IsCompleted && clock.GetUtcNow() - _since < _patience)
        {
            await Task.WhenAny(preparing.Done, Task.Delay(_moment, clock, cancellationToken));
            if (!preparing.Done.IsCompleted)
            {
                return HealthCheckResult.Unhealthy(Words.Say("check.region-preparing"));
            }
        }

        return HealthCheckResult.Healthy();
    }
}
