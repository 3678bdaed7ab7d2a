using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Web.Infrastructure;

/// <summary>The database answers and its schema is the program's: without it nothing works.</summary>
internal sealed class DatabaseHealth(NetworksDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(Words.Say("check.database-pending", pending));
        }
        catch (System.Data.Common.DbException)
        {
            return HealthCheckResult.Unhealthy(Words.Say("check.database-away"));
        }
    }
}

/// <summary>Mails leave. A silent outbox makes the service weak, not unusable: nothing is lost meanwhile.</summary>
internal sealed class OutboxHealth(NetworksDbContext db, IMailTransport transport, TimeProvider clock) : IHealthCheck
{
    /// <summary>A mail that could leave and has waited for so long tells of a fault.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (transport.Off is { } off)
        {
            return HealthCheckResult.Degraded(Words.Say(off));
        }

        if (await db.MailPauses.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } pause)
        {
            return HealthCheckResult.Degraded(Words.Say($"check.mail-paused-{pause.Reason}"));
        }

        // The age counts from the making of the mail: every retry moves the instant before which it may not leave.
        var limit = clock.GetUtcNow() - Patience;
        var waiting = await db.Outbox.CountAsync(m => m.Status == OutboxStatus.Queued && m.CreatedAt < limit, cancellationToken);
        return waiting == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(Words.Say("check.outbox-old", waiting, (int)Patience.TotalMinutes));
    }
}

/// <summary>Every open case has a reason to wake.</summary>
internal sealed class LivenessHealth(LivenessScan scan) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stuck = (await scan.FindAsync(cancellationToken)).Count;
        return stuck == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(Words.Say("check.liveness-stuck", stuck));
    }
}
