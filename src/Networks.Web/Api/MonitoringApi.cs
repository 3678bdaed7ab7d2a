using Networks.Data.Connections;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.CompareDays;
using Networks.Workflows.Monitoring.FundingCalls;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.OfferHelp;
using Networks.Workflows.Monitoring.ShowForecast;
using Networks.Workflows.Monitoring.ShowFunnel;
using Networks.Workflows.Monitoring.ShowIndicators;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Web.Api;

/// <summary>The lead's picture of the programme.</summary>
internal static class MonitoringApi
{
    public static void MapMonitoringApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Region", ApiScopes.RegionRead, ApiScopes.NetworksWrite);
        api.Get<ShowRegion, RegionView>("/region");
        api.Get<ShowFunnel, FunnelView>("/region/funnel");
        api.Get<ShowIndicators, IndicatorsView>("/region/indicators");
        api.Get<CompareDays, Comparison>("/region/comparison");
        api.Get<ListCalls, CallList>("/region/calls");
        api.Make<AddCall, Guid>("/region/calls");
        api.Act<WithdrawCall>("/region/calls/{call:guid}/withdrawal");
        api.Act<OfferHelp>("/networks/{id:guid}/help");
        api.Get<ShowForecast, ForecastView>("/region/forecast");
        api.Pages<ListRegion, RegionList, RegionRow>("/region/networks", PrepareAsync, Page, asks: true, "page");
    }

    private static Task<Result<ListRegion>> PrepareAsync(HttpContext context, ListRegion request)
    {
        var page = ApiPages.Number(context);
        return Task.FromResult<Result<ListRegion>>(page.Refusal is { } refusal ? refusal : request with { Page = page.Value });
    }

    private static ApiPage<RegionRow> Page(ListRegion request, RegionList list) => ApiPages.Numbered(list.Rows, request.Page, ListRegion.PageSize, list.Total);
}
