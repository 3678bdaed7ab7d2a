namespace Networks.Web.Monitoring.ShowRegion;

/// <summary>The address of the lead's picture.</summary>
internal static class ShowRegionLink
{
    public static string To() => "/region";
}
