namespace Networks.Web.Connections;

/// <summary>Addresses of what connects other programs.</summary>
internal static class ConnectionsLink
{
    public const string Tokens = "/connections";

    public const string NewToken = "/connections/new";

    public const string Webhooks = "/connections/webhooks";

    public const string NewWebhook = "/connections/webhooks/new";

    public const string Calendar = "/account/calendar";

    /// <summary>The secret address that a calendar reads.</summary>
    public static string CalendarFile(string secret) => $"/calendar/{secret}.ics";
}
