using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Outbox;
using Networks.Workflows.Changes.CloseNetwork;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes.ConfirmEnd;

internal sealed class ConfirmEndHandler(NetworksDbContext db, WorkflowEngine engine, EndMail mail, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ConfirmEnd, Result<ConfirmedEnd>>
{
    public async Task<Result<ConfirmedEnd>> Handle(ConfirmEnd request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var change = await db.NetworkChanges.FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == @case.Id && c.Kind == ChangeKind.Closing, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        if (await RefuseAsync(db, engine, @case, change, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var on = request.On!.Value;
        var last = await LastEntryAsync(db, change, cancellationToken);
        if (Against(on, last, change) is { } wrong)
        {
            return wrong;
        }

        change.EffectiveOn = on;
        await db.SaveChangesAsync(cancellationToken);
        await engine.CompleteAsync(@case, ClosingSteps.ConfirmEnd, change.Id, "confirmed", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await engine.CancelAsync(@case, "network-ended", cancellationToken);
        await DropAsync(@case, cancellationToken);
        @case.End(on, change.Cause!);
        history.Record(@case, LegalEnd.EndedEvent, on, new Dictionary<string, string>
        {
            ["cause"] = change.Cause!,
            ["change"] = change.Id.ToString("N", CultureInfo.InvariantCulture),
            ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
        });
        return new ConfirmedEnd(on, await mail.QueueAsync(@case, on, cancellationToken));
    }

    /// <summary>Why nothing can be confirmed now; null when it can.</summary>
    public static async Task<Refusal?> RefuseAsync(NetworksDbContext db, WorkflowEngine engine, Case @case, NetworkChange change, CancellationToken cancellationToken) =>
        @case.Status is CaseStatus.Ended or CaseStatus.ClosedWithoutOutcome ? ChangeRefusals.CaseOver
        : (await engine.OpenTasksAsync(@case, ClosingSteps.ConfirmEnd, change.Id, cancellationToken)).Count == 0 ? ChangeRefusals.EndNotComplete
        : await ClosingGround.OpenFilingsAsync(db, @case, change.Id, cancellationToken) is var owed and > 0 ? ChangeRefusals.FilingsOpen(owed)
        : null;

    public static Task<DateOnly?> LastEntryAsync(NetworksDbContext db, NetworkChange change, CancellationToken cancellationToken) =>
        db.Filings.Where(f => f.ChangeId == change.Id).MaxAsync(f => f.EnteredOn, cancellationToken);

    private Refusal? Against(DateOnly on, DateOnly? last, NetworkChange change) =>
        last is { } day && day != on ? ChangeRefusals.EndDiffers(on, day)
        : on > calendar.Today() ? ChangeRefusals.DayInFuture(on, "on")
        : change.DocumentOn is { } deed && on < deed ? ChangeRefusals.DayBefore(on, deed, "on")
        : null;

    private async Task DropAsync(Case @case, CancellationToken cancellationToken)
    {
        foreach (var message in await db.Outbox.Where(m => m.CaseId == @case.Id && m.Status == OutboxStatus.Queued).ToListAsync(cancellationToken))
        {
            message.Status = OutboxStatus.Dropped;
        }

        foreach (var link in await db.FirmLinks.Where(l => l.CaseId == @case.Id && l.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            link.ReplacedAt = clock.GetUtcNow();
        }

        foreach (var other in await db.NetworkChanges.Where(c => c.CaseId == @case.Id && c.Status == ChangeStatus.UnderWay).ToListAsync(cancellationToken))
        {
            other.End(ChangeStatus.GivenUp, calendar.Today());
            ChangeHistory.Record(history, @case, other, "changes.ended-with-network", calendar.Today(), await ChangeHistory.NameAsync(db, other, cancellationToken));
        }
    }
}

internal sealed class PreviewEndHandler(NetworksDbContext db, WorkflowEngine engine, EndMail mail, BusinessCalendar calendar) : IRequestHandler<PreviewEnd, Result<EndPreview>>
{
    public async Task<Result<EndPreview>> Handle(PreviewEnd request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var change = await db.NetworkChanges.FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == @case.Id && c.Kind == ChangeKind.Closing, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        var seen = await (
            from c in db.Cases
            where c.Id == @case.Id
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new
            {
                n.Name,
                Tasks = db.WorkItems.Count(i => i.CaseId == c.Id && i.Status == Data.Work.WorkItemStatus.Open && i.SubjectId != change.Id),
                Timers = db.Timers.Count(t => t.CaseId == c.Id && t.Status == Data.Work.TimerStatus.Pending),
                Mails = db.Outbox.Count(m => m.CaseId == c.Id && m.Status == OutboxStatus.Queued),
                Links = db.FirmLinks.Count(l => l.CaseId == c.Id && l.ReplacedAt == null),
                Changes = db.NetworkChanges.Count(o => o.CaseId == c.Id && o.Status == ChangeStatus.UnderWay && o.Id != change.Id),
            }).SingleAsync(cancellationToken);
        return new EndPreview(
            seen.Name, await ConfirmEndHandler.LastEntryAsync(db, change, cancellationToken), calendar.Today(), seen.Tasks, seen.Timers, seen.Mails, seen.Links, seen.Changes,
            await mail.RecipientsAsync(@case.Id, cancellationToken), await ConfirmEndHandler.RefuseAsync(db, engine, @case, change, cancellationToken));
    }
}
