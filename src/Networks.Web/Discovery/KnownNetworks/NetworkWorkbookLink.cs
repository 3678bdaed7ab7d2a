namespace Networks.Web.Discovery.KnownNetworks;

/// <summary>The Chambers' workbook of existing networks.</summary>
internal static class NetworkWorkbookLink
{
    public static string To() => "/firms/known-networks";
}
