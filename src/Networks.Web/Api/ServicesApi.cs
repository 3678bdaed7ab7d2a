using Networks.Data.Connections;
using Networks.Workflows.Services;

namespace Networks.Web.Api;

/// <summary>The catalogue of services and what networks ask of it.</summary>
internal static class ServicesApi
{
    public static void MapServicesApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Services", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<ListCatalogue, ServiceCatalogue>("/services");
        api.Make<AddOffer, Guid>("/services");
        api.Get<ShowServiceRequests, CaseServiceList>("/networks/{id:guid}/services");
        api.Make<PlaceServiceRequest, Guid>("/networks/{id:guid}/services");
        api.Act<AnswerServiceRequest>("/networks/{id:guid}/services/{request:guid}/answer");
        api.Act<DeliverServiceRequest>("/networks/{id:guid}/services/{request:guid}/delivery");
    }
}
