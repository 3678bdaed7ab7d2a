namespace Networks.Web.Monitoring.FundingCalls;

/// <summary>The calls for funds and their last days.</summary>
internal static class CallsLink
{
    public static string To() => "/region/calls";
}
