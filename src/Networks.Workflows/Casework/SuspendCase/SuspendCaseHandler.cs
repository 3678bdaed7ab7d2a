using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Casework.SuspendCase;

internal sealed class SuspendCaseHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<SuspendCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(SuspendCase request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            return CaseworkRefusals.AlreadyClosed;
        }

        engine.Suspend(@case);
        history.Record(@case, CaseworkEvents.Suspended, calendar.Today(), personalText: request.Reason);
        return Done.It;
    }
}

internal sealed class ResumeCaseHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<ResumeCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResumeCase request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.SuspendedAt is null)
        {
            return CaseworkRefusals.NotSuspended;
        }

        await engine.ResumeAsync(@case, cancellationToken);
        history.Record(@case, CaseworkEvents.Resumed, calendar.Today());
        return Done.It;
    }
}

internal sealed class PreviewSuspendingHandler(NetworksDbContext db, TimeProvider clock) : IRequestHandler<PreviewSuspending, Result<SuspendingPreview>>
{
    public async Task<Result<SuspendingPreview>> Handle(PreviewSuspending request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var seen = await (
            from c in db.Cases
            where c.Id == request.CaseId
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new
            {
                n.Name,
                c.SuspendedAt,
                c.Status,
                Tasks = db.WorkItems.Count(i => i.CaseId == c.Id && i.Status == WorkItemStatus.Open),
                Timers = db.Timers.Count(t => t.CaseId == c.Id && t.Status == TimerStatus.Pending),
                Mails = db.Outbox.Count(m => m.CaseId == c.Id && m.Status == OutboxStatus.Queued),
                Due = db.Timers.Count(t => t.CaseId == c.Id && t.Status == TimerStatus.Pending && t.DueAt <= now),
            }).SingleAsync(cancellationToken);
        return new SuspendingPreview(seen.Name, seen.SuspendedAt is { } at ? BusinessCalendar.DayOf(at) : null,
            seen.Tasks, seen.Timers, seen.Mails, seen.Due, seen.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended);
    }
}
