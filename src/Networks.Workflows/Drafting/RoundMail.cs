using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.Outbox;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting;

/// <summary>A mail to a firm as it will be read.</summary>
public sealed record MailText(string Subject, string Body);

/// <summary>
/// The mails that ask a firm for its decision. None names the representative: the name is what the person types, so it
/// must not stand in what a forwarded mail shows.
/// </summary>
internal static class RoundMail
{
    /// <summary>Time in which the officer may take mail back.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    public static MailText Opened(RoundFirm to, string network, int textNumber, RoundKind kind, DateOnly lastDay, string? message, string link) =>
        Compose("drafting.mail-opened", kind == RoundKind.Final ? "drafting.mail-opened-final" : "drafting.mail-opened-working", to, network, textNumber, lastDay, message, link);

    public static MailText Reminder(RoundFirm to, string network, int textNumber, DateOnly lastDay, string link) =>
        Compose("drafting.mail-reminder", "drafting.mail-reminder-body", to, network, textNumber, lastDay, null, link);

    /// <param name="words">What the desk answers to the objection or says after the call.</param>
    public static MailText AskedAgain(RoundFirm to, string network, int textNumber, DateOnly lastDay, string words, string link) =>
        Compose("drafting.mail-asked-again", "drafting.mail-asked-again-body", to, network, textNumber, lastDay, words, link);

    /// <summary>Queues a mail so that it can still be taken back for ten seconds.</summary>
    public static OutboxMessage Queue(NetworksDbContext db, TimeProvider clock, string kind, RoundFirm to, MailText text)
    {
        var now = clock.GetUtcNow();
        var mail = new OutboxMessage(Ids.New(clock), kind, to.Firm.Email!, text.Subject, text.Body, now)
        {
            CaseId = to.Participant.CaseId,
            ParticipantId = to.Participant.Id,
            NotBefore = now + Undo,
            Language = to.Language.TwoLetterISOLanguageName,
        };
        db.AddAlone(mail);
        return mail;
    }

    /// <summary>The name by which people call the network; the reference while it has none.</summary>
    public static string NameOf(Case @case, string? network) => string.IsNullOrWhiteSpace(network) ? @case.Reference : network;

    private static MailText Compose(string subject, string body, RoundFirm to, string network, int textNumber, DateOnly lastDay, string? words, string link)
    {
        var said = string.IsNullOrWhiteSpace(words) ? "" : Words.In(to.Language, "drafting.mail-words", to.Desk.DeskName, words.Trim()) + "\n\n";
        var desk = string.IsNullOrWhiteSpace(to.Desk.Phone) ? to.Desk.DeskName : $"{to.Desk.DeskName}, {to.Desk.Phone}";
        return new MailText(
            Words.In(to.Language, subject, network),
            Words.In(to.Language, body, to.Firm.Name, network, textNumber, lastDay, said, link, desk));
    }
}
