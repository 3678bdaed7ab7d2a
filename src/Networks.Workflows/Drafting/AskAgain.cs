using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting;

/// <summary>Puts the text of the open round to one firm again, with the desk's words and a fresh link.</summary>
internal sealed class AskAgain(
    NetworksDbContext db, RoundProgress progress, CaseHistory history, BusinessCalendar calendar, PublicAddress address, TimeProvider clock)
{
    /// <param name="task">The desk's task that this ends.</param>
    public async Task<Result<Done>> AskAsync(ApprovalRound round, ParticipantId participant, string task, string eventName, string words, CancellationToken cancellationToken)
    {
        var firm = await RoundFirm.FindAsync(db, round.CaseId, participant, cancellationToken);
        if (firm is null || round.AnswerOf(participant) is not { HasLeft: false } answer)
        {
            return RoundRefusals.NothingToAnswer;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == round.CaseId, cancellationToken);
        var draft = await db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        history.Record(@case, eventName, calendar.Today(), FirmActs.Facts(firm, draft), words);
        if (!string.IsNullOrWhiteSpace(firm.Firm.Email))
        {
            var network = await db.EnterpriseNetworks.Where(n => n.CaseId == round.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
            var token = FirmLinks.Issue(db, clock, round.CaseId, participant, round.LastDay.AddDays(FirmLinks.DaysAfter));
            var text = RoundMail.AskedAgain(firm, RoundMail.NameOf(@case, network), draft.Number, round.LastDay, words, address.FirmPage(token).OriginalString);
            RoundMail.Queue(db, clock, MailKinds.AskedAgain, firm, text);
        }

        await progress.AskAgainAsync(@case, answer, task, cancellationToken);
        return Done.It;
    }
}
