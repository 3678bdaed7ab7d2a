namespace Networks.Web.Discovery.ListMeetings;

/// <summary>The meetings with firms that were introduced.</summary>
internal static class MeetingLink
{
    public static string To() => "/meetings";
}
