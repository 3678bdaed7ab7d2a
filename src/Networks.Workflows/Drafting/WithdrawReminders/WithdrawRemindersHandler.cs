using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.WithdrawReminders;

internal sealed class WithdrawRemindersHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<WithdrawReminders, Result<RemindersWithdrawn>>
{
    public async Task<Result<RemindersWithdrawn>> Handle(WithdrawReminders request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var queued = await db.Outbox
            .Where(m => m.CaseId == request.CaseId && m.Kind == MailKinds.Reminder && m.Status == OutboxStatus.Queued && m.NotBefore > now && m.Attempts == 0)
            .ToListAsync(cancellationToken);
        if (queued.Count == 0)
        {
            return RoundRefusals.NothingQueued;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var tasks = await engine.OpenTasksAsync(@case, DraftingSteps.DecideOnText, null, cancellationToken);
        foreach (var mail in queued)
        {
            mail.Status = OutboxStatus.Dropped;
            mail.Fence++;
            if (tasks.FirstOrDefault(t => t.ParticipantId == mail.ParticipantId) is { Reminders: > 0 } task)
            {
                task.Reminders--;
            }
        }

        history.Record(@case, "drafting.reminders-withdrawn", calendar.Today(), new Dictionary<string, string> { ["count"] = queued.Count.ToString(CultureInfo.InvariantCulture) });
        return new RemindersWithdrawn(queued.Count);
    }
}
