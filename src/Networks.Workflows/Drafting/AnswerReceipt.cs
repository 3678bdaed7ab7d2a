using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting;

/// <summary>The receipt of an answer: on which text, by its fingerprint, and when. It does not name the person: see <see cref="RoundMail"/>.</summary>
internal static class AnswerReceipt
{
    private static readonly TimeZoneInfo _rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Nothing is sent to a firm without mailbox: its desk tells it.</summary>
    public static void Queue(NetworksDbContext db, TimeProvider clock, RoundFirm firm, string network, Draft draft, FirmDecision decision, string hash)
    {
        if (string.IsNullOrWhiteSpace(firm.Firm.Email))
        {
            return;
        }

        var language = firm.Language;
        var at = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _rome);
        var what = Words.In(language, $"drafting.decision-{Word(decision)}");
        var text = new MailText(
            Words.In(language, "drafting.mail-receipt", network),
            Words.In(language, "drafting.mail-receipt-body", firm.Firm.Name, network, draft.Number, what, at, hash, firm.Desk.DeskName));
        RoundMail.Queue(db, clock, MailKinds.Receipt, firm, text).NotBefore = clock.GetUtcNow();
    }

    public static string Word(FirmDecision decision) => decision switch
    {
        FirmDecision.Approved => "approved",
        FirmDecision.Objected => "objected",
        FirmDecision.WantsToTalk => "talk",
        FirmDecision.None => "none",
    };
}
