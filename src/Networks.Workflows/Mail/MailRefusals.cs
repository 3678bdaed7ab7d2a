using Networks.Workflows.Common;

namespace Networks.Workflows.Mail;

/// <summary>Every "no" of the mails of a case.</summary>
internal static class MailRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");

    public static readonly Refusal OtherDesk = new(RefusalKind.NotAllowed, "common.not-allowed");

    /// <summary>It has left, or another person dropped it.</summary>
    public static readonly Refusal TooLate = new(RefusalKind.Conflict, "mail.too-late");

    /// <summary>Only a mail that failed can be sent again or settled by phone.</summary>
    public static readonly Refusal NotFailed = new(RefusalKind.Conflict, "mail.not-failed");

    public static readonly Refusal NoMailbox = new(RefusalKind.Invalid, "mail.no-mailbox");
}
