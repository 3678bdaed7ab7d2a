namespace Networks.Web.Connections;

/// <summary>Addresses of what connects other programs.</summary>
internal static class ConnectionsLink
{
    public const string Tokens = "/connections";

    public const string NewToken = "/connections/new";
}
