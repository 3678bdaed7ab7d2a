using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.RemindFirms;

internal sealed class RemindFirmsHandler(
    NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, PublicAddress address, MailRules rules, TimeProvider clock)
    : IRequestHandler<RemindFirms, Result<FirmsReminded>>
{
    public async Task<Result<FirmsReminded>> Handle(RemindFirms request, CancellationToken cancellationToken)
    {
        if (await Rounds.OpenAsync(db, request.CaseId, cancellationToken) is not { } round)
        {
            return RoundRefusals.NoRound;
        }

        var silent = round.Silent().Select(a => a.ParticipantId).Intersect(request.Participants).ToHashSet();
        var firms = (await RoundFirm.OfAsync(db, request.CaseId, cancellationToken))
            .Where(f => silent.Contains(f.Participant.Id) && !string.IsNullOrWhiteSpace(f.Firm.Email)).ToList();
        var counts = await ReminderCount.OfAsync(db, round, firms, rules, clock.GetUtcNow(), cancellationToken);
        var reminded = firms.Where(f => counts[f.Participant.Id].MayRemind).ToList();
        if (reminded.Count == 0 || calendar.IsOver(round.LastDay))
        {
            return RoundRefusals.NobodyToRemind;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = RoundMail.NameOf(@case, await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken));
        var draft = await db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        var tasks = await engine.OpenTasksAsync(@case, DraftingSteps.DecideOnText, null, cancellationToken);
        foreach (var firm in reminded)
        {
            RemindFirmMail.Queue(db, clock, address, firm, round, draft, network);
            history.Record(@case, "drafting.firm-reminded", calendar.Today(), FirmActs.Facts(firm, draft));
            if (tasks.FirstOrDefault(t => t.SubjectId == firm.Participant.Id.Value) is { } task)
            {
                task.Reminders++;
            }
        }

        return new FirmsReminded(reminded.Count);
    }
}
