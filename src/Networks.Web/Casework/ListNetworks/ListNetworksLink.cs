namespace Networks.Web.Casework.ListNetworks;

/// <summary>The addresses of the list of networks and of its table to download.</summary>
internal static class ListNetworksLink
{
    public static string To() => "/networks";

    /// <summary>The same rows as a table for a spreadsheet.</summary>
    /// <param name="query">Query of the list with its question mark; empty for all rows.</param>
    public static string ToTable(string query) => $"/networks.csv{query}";
}
