using Networks.Data.Connections;
using Networks.Workflows.FollowUp.FulfilDuty;
using Networks.Workflows.FollowUp.ShowDuty;

namespace Networks.Web.Api;

/// <summary>What a network owes after it is in effect.</summary>
internal static class FollowUpApi
{
    public static void MapFollowUpApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Follow-up", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ShowDuty, DutyView>("/networks/{id:guid}/duties/{dutyId:guid}");
        api.Act<FulfilDuty, FulfilledDuty>("/networks/{id:guid}/duties/{dutyId:guid}");
    }
}
