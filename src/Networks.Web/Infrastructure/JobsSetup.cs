using Networks.Data.Cases;
using Networks.Workflows.Administration.Exports;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.Webhooks;
using Networks.Workflows.Discovery.EndOverdue;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Mail.ReadBounces;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.SaveMailing;
using Networks.Workflows.Monitoring.ShowAsLead;
using Quartz;

namespace Networks.Web.Infrastructure;

/// <summary>
/// What the service does without being asked. Quartz only wakes, in memory, on every node; which mail or timer is due
/// is decided by the fenced row and by the clock of the service.
/// </summary>
internal static class JobsSetup
{
    /// <summary>Every job by its word, in the order of the service page.</summary>
    public static readonly IReadOnlyList<string> All = [SendOutboxJob.Word, FireTimersJob.Word, ReadBouncesJob.Word, LivenessJob.Word, FirmRegisterJob.Word, RegionJob.Word, MonthJob.Word, WebhooksJob.Word, ExportsJob.Word];

    /// <summary>Setting that leaves the waking out, for a node that only answers pages; default true.</summary>
    public const string Setting = "Networks:Jobs";

    private static readonly TimeSpan _mail = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _timers = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _bounces = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _register = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _region = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _month = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _webhooks = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _exports = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _liveness = TimeSpan.FromHours(12);

    public static void AddNetworksJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobRuns>();
        if (!configuration.GetValue(Setting, true))
        {
            return;
        }

        services.AddQuartz(quartz =>
        {
            Every<SendOutboxJob>(quartz, SendOutboxJob.Word, _mail);
            Every<FireTimersJob>(quartz, FireTimersJob.Word, _timers);
            Every<ReadBouncesJob>(quartz, ReadBouncesJob.Word, _bounces);
            Every<LivenessJob>(quartz, LivenessJob.Word, _liveness);
            Every<FirmRegisterJob>(quartz, FirmRegisterJob.Word, _register);
            Every<WebhooksJob>(quartz, WebhooksJob.Word, _webhooks);
            Every<ExportsJob>(quartz, ExportsJob.Word, _exports);
            Every<RegionJob>(quartz, RegionJob.Word, _region);
            Every<MonthJob>(quartz, MonthJob.Word, _month);
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        services.AddHostedService<ClockWatch>();
    }

    private static void Every<TJob>(IQuartzBuilder quartz, string word, TimeSpan pause)
        where TJob : class, IJob => quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(word).StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(pause).RepeatForever()),
            job => job.WithIdentity(word).DisallowConcurrentExecution());
}

/// <summary>A sweep that notes how it went and lets no error reach the scheduler: the next sweep tries again.</summary>
internal abstract partial class Sweep(string word, JobRuns runs, ILogger log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            runs.Ended(word, await RunAsync(cancellationToken), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e, word);
            runs.Ended(word, 0, e.GetType().Name);
        }
    }

    protected abstract Task<int> RunAsync(CancellationToken cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed")]
    private static partial void Failed(ILogger log, Exception exception, string job);
}

internal sealed class SendOutboxJob(OutboxSender outbox, JobRuns runs, ILogger<SendOutboxJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "send-outbox";

    protected override Task<int> RunAsync(CancellationToken cancellationToken) => outbox.SendDueAsync(cancellationToken);
}

/// <summary>Fires what is due, forgets what can no longer be taken back, and writes what the journal has noted meanwhile.</summary>
internal sealed class FireTimersJob(TimerSweep timers, ReversalSweep reversals, JournalNotes journal, JobRuns runs, ILogger<FireTimersJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "fire-timers";

    protected override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var fired = await timers.FireDueAsync(cancellationToken);
        await reversals.ForgetAsync(cancellationToken);
        await journal.WriteAsync(cancellationToken);
        return fired;
    }
}

internal sealed class ReadBouncesJob(BounceReader bounces, JobRuns runs, ILogger<ReadBouncesJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "read-bounces";

    protected override Task<int> RunAsync(CancellationToken cancellationToken) => bounces.ReadAsync(cancellationToken);
}

internal sealed class FirmRegisterJob(RegisterSweep register, RequestSweep requests, JobRuns runs, ILogger<FirmRegisterJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "firm-register";

    protected override async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await register.RunAsync(cancellationToken) + await requests.RunAsync(cancellationToken);
}

internal sealed class RegionJob(ProgressSweep progress, LeadVisitLog visits, JobRuns runs, ILogger<RegionJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "region-progress";

    protected override async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await visits.WriteAsync(cancellationToken) + await progress.RunAsync(cancellationToken);
}

internal sealed class MonthJob(MonthSweep months, MailingSweep mails, JobRuns runs, ILogger<MonthJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "freeze-months";

    protected override async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await months.RunAsync(cancellationToken) + await mails.RunAsync(cancellationToken);
}

internal sealed class WebhooksJob(WebhookSweep webhooks, JobRuns runs, ILogger<WebhooksJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "tell-webhooks";

    protected override Task<int> RunAsync(CancellationToken cancellationToken) => webhooks.RunAsync(cancellationToken);
}

internal sealed class ExportsJob(ExportSweep exports, JobRuns runs, ILogger<ExportsJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "make-exports";

    protected override Task<int> RunAsync(CancellationToken cancellationToken) => exports.RunAsync(cancellationToken);
}

/// <summary>Looks for cases that nothing moves and logs them; the health of the service and its page look for themselves.</summary>
internal sealed partial class LivenessJob(IServiceScopeFactory scopes, JobRuns runs, ILogger<LivenessJob> log) : Sweep(Word, runs, log)
{
    public const string Word = "liveness-scan";

    private readonly ILogger _log = log;

    protected override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stuck = await scope.ServiceProvider.GetRequiredService<LivenessScan>().FindAsync(cancellationToken);
        foreach (var one in stuck)
        {
            Stuck(one.Reference, one.Phase);
        }

        return stuck.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Reference} in {Phase} waits for nothing")]
    private partial void Stuck(string reference, CasePhase phase);
}
