namespace Networks.Workflows.Mail;

/// <summary>What a mail is to its reader.</summary>
public enum MailClass
{
    /// <summary>We want something: it counts against the week's budget and waits for quiet times to end.</summary>
    Ordinary,

    /// <summary>The reader's own act asked for it (a code, a receipt, a link): it leaves at once and does not count.</summary>
    Requested,

    /// <summary>A term or an effect of law hangs on it: it leaves at once and does not count.</summary>
    LawBound,
}

/// <summary>Stored words of mails.</summary>
public static class MailKinds
{
    public const string RoundOpened = "drafting.round-opened";
    public const string Reminder = "drafting.reminder";
    public const string AskedAgain = "drafting.asked-again";
    public const string Code = "drafting.code";
    public const string Receipt = "drafting.receipt";
    public const string LinkRenewed = "drafting.link-renewed";
    public const string Invitation = "associations.invitation";

    /// <summary>The reader follows a colleague's networks for some days.</summary>
    public const string StandIn = "casework.stand-in";

    /// <summary>A program may act in the reader's name from now on.</summary>
    public const string TokenMade = "connections.token-made";

    /// <summary>The person whose rights a program would use does not want it.</summary>
    public const string TokenEnded = "connections.token-ended";

    /// <summary>A program of the reader's association does not answer.</summary>
    public const string WebhookParked = "connections.webhook-parked";

    /// <summary>The link to the firm's own page, which it asked its desk for.</summary>
    public const string FirmPage = "discovery.firm-page";

    /// <summary>A view that the reader asked for, on its day.</summary>
    public const string View = "monitoring.view";

    /// <summary>Several mails to one reader in one.</summary>
    public const string Digest = "mail.digest";

    /// <summary>Beginnings of the words of mails that tell of effects and terms of law: the day of effect, duties.</summary>
    private static readonly string[] _lawBound = ["registration.effect-", "follow-up."];

    private static readonly string[] _requested = [Code, Receipt, LinkRenewed, Invitation, StandIn, TokenMade, TokenEnded, WebhookParked, FirmPage, View];

    public static MailClass ClassOf(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Array.IndexOf(_requested, kind) >= 0 ? MailClass.Requested
            : _lawBound.Any(word => kind.StartsWith(word, StringComparison.Ordinal)) ? MailClass.LawBound
            : MailClass.Ordinary;
    }
}
