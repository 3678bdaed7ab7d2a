using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Web.Infrastructure.Databases;
using Networks.Web.Infrastructure.Nodes;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Web.Infrastructure;

/// <summary>Nothing is wrong with the database: without it nothing works.</summary>
internal sealed class DatabaseHealth(DatabaseCheck check, WholeLooks whole) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var isDue = whole.IsDue;
        var finding = await check.FindAsync(isDue, cancellationToken);
        if (isDue && finding is null)
        {
            whole.Done();
        }

        return finding is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(finding.Text);
    }
}

/// <summary>
/// When the embedded database was last read from end to end: once an hour is often enough to find a damaged page before
/// the backups that are whole have gone.
/// </summary>
internal sealed class WholeLooks(TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public bool IsDue => clock.GetUtcNow() - _last >= Pause;

    public void Done() => _last = clock.GetUtcNow();
}

/// <summary>Documents and the embedded database have room on the disk.</summary>
internal sealed class FolderHealth(IConfiguration configuration) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(DataFolder.Look(configuration).Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}

/// <summary>Our clock and the database server's agree.</summary>
internal sealed class ClockHealth(DatabaseCheck check) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        ClockFinding.Of(await check.SkewAsync(cancellationToken)) is { } skew ? HealthCheckResult.Unhealthy(skew) : HealthCheckResult.Healthy();
}

/// <summary>The nodes of one database share their keys and their folder.</summary>
internal sealed class NodesHealth(NodesCheck check) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await check.LookAsync(cancellationToken)).Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy();
}

/// <summary>Mails leave. A silent outbox makes the service weak, not unusable: nothing is lost meanwhile.</summary>
internal sealed class OutboxHealth(NetworksDbContext db, DatabaseCheck check, IMailTransport transport, TimeProvider clock) : IHealthCheck
{
    /// <summary>A mail that could leave and has waited for so long tells of a fault.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (transport.Off is { } off)
        {
            return HealthCheckResult.Degraded(Words.Say(off));
        }

        if (await check.FindAsync(whole: false, cancellationToken) is { Stops: true })
        {
            return HealthCheckResult.Unhealthy(Words.Say("check.needs-database"));
        }

        if (await db.MailPauses.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } pause)
        {
            return HealthCheckResult.Degraded(Words.Say($"check.mail-paused-{pause.Reason}"));
        }

        // The age counts from the making of the mail: every retry moves the instant before which it may not leave.
        var limit = clock.GetUtcNow() - Patience;
        var waiting = await db.Outbox.CountAsync(m => m.Status == OutboxStatus.Queued && m.HeldFor == null && m.CreatedAt < limit, cancellationToken);
        return waiting == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(Words.Say("check.outbox-old", waiting, (int)Patience.TotalMinutes));
    }
}

/// <summary>Every open case has a reason to wake.</summary>
internal sealed class LivenessHealth(LivenessScan scan, DatabaseCheck check) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await check.FindAsync(whole: false, cancellationToken) is { Stops: true })
        {
            return HealthCheckResult.Unhealthy(Words.Say("check.needs-database"));
        }

        var stuck = (await scan.FindAsync(cancellationToken)).Count;
        return stuck == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(Words.Say("check.liveness-stuck", stuck));
    }
}
