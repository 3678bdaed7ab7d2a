namespace Networks.Web.Mail.KeptMails;

/// <summary>The demo's outbox: the kept mails, and one of them.</summary>
internal static class KeptMailLink
{
    public const string List = "/outbox";

    public static string To(Guid message) => $"/outbox/{message}";
}
