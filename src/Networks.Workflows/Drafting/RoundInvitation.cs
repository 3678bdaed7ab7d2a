using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting;

/// <summary>The mail that puts a text to a firm, with a link of its own.</summary>
internal static class RoundInvitation
{
    /// <summary>Nothing goes to a firm without mailbox: its desk calls.</summary>
    public static void Queue(NetworksDbContext db, TimeProvider clock, PublicAddress address, RoundFirm firm, ApprovalRound round, Draft draft, string network)
    {
        if (string.IsNullOrWhiteSpace(firm.Firm.Email))
        {
            return;
        }

        var token = FirmLinks.Issue(db, clock, round.CaseId, firm.Participant.Id, round.LastDay.AddDays(FirmLinks.DaysAfter));
        var text = RoundMail.Opened(firm, network, draft.Number, round.Kind, round.LastDay, round.Message, address.FirmPage(token).OriginalString);
        RoundMail.Queue(db, clock, MailKinds.RoundOpened, firm, text);
    }
}
