using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Casework.CloseCase;

internal sealed class CloseCaseHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<CloseCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseCase request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (Refuse(@case.Status) is { } refusal)
        {
            return refusal;
        }

        await engine.SignalAsync(@case, CaseSignals.Abandoned, Guid.Empty, cancellationToken);
        await engine.CancelAsync(@case, CaseSignals.Abandoned, cancellationToken);
        @case.CloseWithoutOutcome(calendar.Today(), request.Reason);
        await DropAsync(request.CaseId, clock.GetUtcNow(), cancellationToken);
        history.Record(@case, CaseworkEvents.Closed, calendar.Today(), new Dictionary<string, string> { ["reason"] = request.Reason }, request.Text);
        return Done.It;
    }

    internal static Refusal? Refuse(CaseStatus status) => status switch
    {
        CaseStatus.Open => null,
        CaseStatus.InEffect => CaseworkRefusals.InEffect,
        CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended => CaseworkRefusals.AlreadyClosed,
    };

    private async Task DropAsync(CaseId caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var mail in await db.Outbox.Where(m => m.CaseId == caseId && m.Status == OutboxStatus.Queued).ToListAsync(cancellationToken))
        {
            mail.Status = OutboxStatus.Dropped;
        }

        foreach (var link in await db.FirmLinks.Where(l => l.CaseId == caseId && l.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            link.ReplacedAt = now;
        }

        foreach (var round in await db.ApprovalRounds.Where(r => r.CaseId == caseId && r.Status == RoundStatus.Open).ToListAsync(cancellationToken))
        {
            round.Supersede(now);
        }
    }
}
