using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.RemindFirms;

/// <summary>The reminder to a firm that has not decided yet.</summary>
internal static class RemindFirmMail
{
    /// <summary>
    /// The automatic reminder of a work item. Past the cap or the week's budget nothing goes out and the history says so;
    /// past the last day the matter is the desk's.
    /// </summary>
    public static async Task QueueAsync(StepContext context, CancellationToken cancellationToken)
    {
        var participant = new ParticipantId(context.SubjectId);
        var caseId = context.Case.Id;
        var round = await Rounds.OpenAsync(context.Db, caseId, cancellationToken);
        var firm = await RoundFirm.FindAsync(context.Db, caseId, participant, cancellationToken);
        if (round?.AnswerOf(participant) is not { Decision: FirmDecision.None, HasLeft: false } || firm is null || context.Calendar.IsOver(round.LastDay))
        {
            return;
        }

        var draft = await context.Db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        var count = (await ReminderCount.OfAsync(context.Db, round, [firm], context.Mail, context.Clock.GetUtcNow(), cancellationToken))[participant];
        if (string.IsNullOrWhiteSpace(firm.Firm.Email) || !count.MayRemind)
        {
            context.History.Record(context.Case, "drafting.reminder-held", context.Calendar.Today(), FirmActs.Facts(firm, draft));
            return;
        }

        var network = await context.Db.EnterpriseNetworks.Where(n => n.CaseId == caseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        Queue(context.Db, context.Clock, context.Address, firm, round, draft, RoundMail.NameOf(context.Case, network));
        context.History.Record(context.Case, "drafting.firm-reminded", context.Calendar.Today(), FirmActs.Facts(firm, draft));
    }

    /// <summary>One reminder with a link of its own; the links before stay good.</summary>
    public static void Queue(NetworksDbContext db, TimeProvider clock, PublicAddress address, RoundFirm firm, ApprovalRound round, Draft draft, string network)
    {
        var token = FirmLinks.Issue(db, clock, round.CaseId, firm.Participant.Id, round.LastDay.AddDays(FirmLinks.DaysAfter));
        var text = RoundMail.Reminder(firm, network, draft.Number, round.LastDay, address.FirmPage(token).OriginalString);
        RoundMail.Queue(db, clock, MailKinds.Reminder, firm, text);
    }
}
