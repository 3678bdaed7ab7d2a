namespace Networks.Web.Monitoring.EndMailing;

/// <summary>Where who got a mailed view ends it, without signing in.</summary>
internal static class EndMailingLink
{
    /// <summary>What a mail program posts to (RFC 8058).</summary>
    public const string OneClick = "/m/{mailing}/end";

    public static string To(string mailing) => $"/m/{mailing}";
}
