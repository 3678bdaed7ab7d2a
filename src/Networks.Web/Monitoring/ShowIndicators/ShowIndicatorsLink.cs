namespace Networks.Web.Monitoring.ShowIndicators;

/// <summary>The indicators of the programme, month by month.</summary>
internal static class ShowIndicatorsLink
{
    public static string To() => "/region/indicators";
}
