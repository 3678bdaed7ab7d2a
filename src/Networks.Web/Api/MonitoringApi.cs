using Networks.Data.Connections;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Web.Api;

/// <summary>The lead's picture of the programme.</summary>
internal static class MonitoringApi
{
    public static void MapMonitoringApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Region", ApiScopes.RegionRead, ApiScopes.None);
        api.Get<ShowRegion, RegionView>("/region");
    }
}
