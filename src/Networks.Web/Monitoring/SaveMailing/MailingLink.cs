namespace Networks.Web.Monitoring.SaveMailing;

/// <summary>Where a person chooses how often the picture is mailed, and ends it.</summary>
internal static class MailingLink
{
    public static string To() => "/region/mail";
}
