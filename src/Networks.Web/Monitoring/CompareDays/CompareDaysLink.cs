namespace Networks.Web.Monitoring.CompareDays;

/// <summary>The programme beside how it stood on an earlier day.</summary>
internal static class CompareDaysLink
{
    public static string To() => "/region/compare";
}
