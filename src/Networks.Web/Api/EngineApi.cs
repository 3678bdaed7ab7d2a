using Networks.Data.Connections;
using Networks.Workflows.Engine.Moving;
using Networks.Workflows.Engine.RetryIncident;

namespace Networks.Web.Api;

/// <summary>Versions of the procedure, and steps that broke.</summary>
internal static class EngineApi
{
    public static void MapEngineApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Procedure", ApiScopes.NetworksRead, ApiScopes.NetworksWrite);
        api.Get<PreviewMove, MovePreview>("/networks/{id:guid}/procedure/move");
        api.Act<MoveCase, MovedCase>("/networks/{id:guid}/procedure/move");
        api.Act<TakeMoveBack, MovedCase>("/networks/{id:guid}/procedure/move/undo");
        var many = new ApiGroup(endpoints, "Procedure", ApiScopes.NetworksRead | ApiScopes.ServiceRead, ApiScopes.NetworksWrite | ApiScopes.ServiceWrite);
        many.Get<ListMovable, MovableCases>("/procedures/movable");
        many.Act<MoveListed, MovedCase>("/procedures/movable/{id:guid}");
        var service = new ApiGroup(endpoints, "Service", ApiScopes.ServiceRead, ApiScopes.ServiceWrite);
        service.Act<RetryIncident>("/service/incidents/{id:guid}/{incident:guid}/retry");
    }
}
