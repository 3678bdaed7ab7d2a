using System.Globalization;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Associations;

/// <summary>The mail with the link to set the password.</summary>
public static class InvitationMail
{
    public static OutboxMessage Compose(Officer officer, Uri link, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(clock);
        var language = CultureInfo.GetCultureInfo(officer.Language);
        return new OutboxMessage(
            Ids.New(clock),
            MailKinds.Invitation,
            officer.Email,
            Words.In(language, "associations.invitation-subject"),
            Text(language, officer.FullName, link.ToString()),
            clock.GetUtcNow())
        { Language = officer.Language };
    }

    /// <summary>The text as it goes out; pages show it before, with words in place of the link.</summary>
    public static string Text(CultureInfo language, string name, string link) =>
        Words.In(language, "associations.invitation-body", name, link);
}
