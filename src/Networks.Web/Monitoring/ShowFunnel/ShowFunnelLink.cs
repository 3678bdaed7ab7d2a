namespace Networks.Web.Monitoring.ShowFunnel;

/// <summary>The funnel by desk or by the month of opening.</summary>
internal static class ShowFunnelLink
{
    public static string ByDesk() => "/region/funnel";

    public static string ByMonth() => "/region/funnel?by=month";
}
