using Networks.Data.Connections;
using Networks.Workflows.Connections.ListWebhooks;
using Networks.Workflows.Connections.RemoveWebhook;
using Networks.Workflows.Connections.ResumeWebhook;

namespace Networks.Web.Api;

/// <summary>The programs that are told what happens.</summary>
internal static class ConnectionsApi
{
    public static void MapConnectionsApi(this IEndpointRouteBuilder endpoints)
    {
        var api = new ApiGroup(endpoints, "Webhooks", ApiScopes.ServiceRead, ApiScopes.ServiceWrite);
        api.Get<ListWebhooks, WebhookList>("/webhooks");
        api.Act<ResumeWebhook>("/webhooks/{webhook:guid}/resumption");
        api.Act<RemoveWebhook>("/webhooks/{webhook:guid}/removal");
    }
}
