using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.RetryIncident;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Upkeep.ShowUpkeep;

/// <summary>How the service itself is: mails by state, failures, what stands still, cases that nothing moves. No content.</summary>
[Access(Right.ServiceRun)]
public sealed record ShowUpkeep : IQuery<UpkeepNow>;

/// <param name="MailOff">Why nothing leaves, as a key of words; null while mails leave.</param>
/// <param name="Pause">Since when and why no mail leaves by somebody's will; null while mails may leave.</param>
/// <param name="Held">Of the queued ones, those that wait for quiet times to end or for a reader's week to have room.</param>
/// <param name="OldestDue">Since when the oldest mail that could leave has been waiting; null when none is.</param>
/// <param name="Stuck">References of cases that nothing will ever move: always empty, unless a definition has a fault.</param>
public sealed record UpkeepNow(
    string? MailOff,
    MailPause? Pause,
    IReadOnlyDictionary<OutboxStatus, int> Mails,
    int Held,
    DateTimeOffset? OldestDue,
    IReadOnlyList<FailedMail> Failed,
    int PendingTimers,
    IReadOnlyList<ParkedStep> Parked,
    IReadOnlyList<string> Stuck);

/// <param name="Reference">Of the case; null for mail that belongs to none.</param>
/// <param name="MayResend">Mail without a case is the administrator's to send again; that of a case is its desk's.</param>
public sealed record FailedMail(Guid Id, string Kind, string? Reference, DateTimeOffset CreatedAt, int Attempts, bool MayResend);

/// <param name="Step">Path of the step in the procedure.</param>
public sealed record ParkedStep(Guid Id, CaseId CaseId, string Reference, string Step, IncidentKind Kind, DateTimeOffset HappenedAt, string Reason);

internal sealed class ShowUpkeepHandler(NetworksDbContext db, IMailTransport transport, LivenessScan liveness, TimeProvider clock)
    : IRequestHandler<ShowUpkeep, Result<UpkeepNow>>
{
    private const int Shown = 100;

    public async Task<Result<UpkeepNow>> Handle(ShowUpkeep request, CancellationToken cancellationToken)
    {
        var counts = await db.Outbox.GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var now = clock.GetUtcNow();
        var held = await db.Outbox.CountAsync(m => m.Status == OutboxStatus.Queued && m.HeldFor != null, cancellationToken);
        var oldest = await db.Outbox.Where(m => m.Status == OutboxStatus.Queued && m.NotBefore <= now).MinAsync(m => (DateTimeOffset?)m.NotBefore, cancellationToken);
        var failed = await (
            from m in db.Outbox.AsNoTracking()
            where m.Status == OutboxStatus.Failed
            orderby m.CreatedAt descending
            select new FailedMail(m.Id, m.Kind, db.Cases.Where(c => c.Id == m.CaseId).Select(c => c.Reference).FirstOrDefault(), m.CreatedAt, m.Attempts, m.CaseId == null))
            .Take(Shown).ToListAsync(cancellationToken);
        var parked = await (
            from i in OpenIncidents.Of(db)
            join c in db.Cases on i.CaseId equals c.Id
            orderby i.HappenedAt
            select new ParkedStep(i.Id, c.Id, c.Reference, i.Path, i.Kind, i.HappenedAt, i.Reason)).Take(Shown).ToListAsync(cancellationToken);
        var pending = await db.Timers.CountAsync(t => t.Status == TimerStatus.Pending, cancellationToken);
        var stuck = await liveness.FindAsync(cancellationToken);
        var pause = await db.MailPauses.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return new UpkeepNow(transport.Off, pause, counts, held, oldest, failed, pending, parked, [.. stuck.Select(c => c.Reference)]);
    }
}
