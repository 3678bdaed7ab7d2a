namespace Networks.Web.Monitoring.ShowForecast;

/// <summary>When the networks under way are expected to come into effect.</summary>
internal static class ShowForecastLink
{
    public static string To() => "/region/forecast";
}
