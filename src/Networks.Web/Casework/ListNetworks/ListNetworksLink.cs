namespace Networks.Web.Casework.ListNetworks;

/// <summary>The address of the list of networks.</summary>
internal static class ListNetworksLink
{
    public static string To() => "/networks";
}
