using System.Net;
using Microsoft.AspNetCore.Authentication;
using Networks.Data;
using Networks.Web.Api;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Security;

/// <summary>
/// The first gate: who may come to an endpoint at all, from the row that it declares and, where the address names a case,
/// from what they are to that case. The pipeline asks again for each request that a page sends.
/// </summary>
internal static class AccessGate
{
    /// <summary>Route value that holds the case.</summary>
    private const string CaseRoute = "id";

    private enum Answer
    {
        Pass,
        SignIn,
        NotAllowed,
        NotThere,
    }

    public static void UseAccessGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var actor = context.RequestServices.GetRequiredService<IActor>();
        switch (context.GetEndpoint() is { } endpoint ? await JudgeAsync(context, endpoint, actor) : Answer.Pass)
        {
            case Answer.Pass:
                await next(context);
                break;
            case Answer.SignIn:
                await context.ChallengeAsync();
                break;
            case Answer.NotAllowed:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            case Answer.NotThere:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    });

    // An endpoint that declares no row is not there for anybody; an architecture test refuses it before that.
    private static async Task<Answer> JudgeAsync(HttpContext context, Endpoint endpoint, IActor actor)
    {
        if (endpoint.Metadata.GetMetadata<AccessAttribute>() is not { } access)
        {
            // The framework's own "not with this method" or "not in this format" tells a program more than a 404.
            return endpoint is not RouteEndpoint && ApiAddress.Is(context) ? Answer.Pass : Answer.NotThere;
        }

        switch (access.Right)
        {
            // The firm's link is its own credential, and asks for no session.
            case Right.Public or Right.FirmAnswer:
                return Answer.Pass;
            case Right.DemoOnly:
                return IsDemo(context) ? Answer.Pass : Answer.NotThere;
            case var _ when actor.Officer is null:
                return Answer.SignIn;

            // Rows that no case decides: the page is not there for others.
            case Right.OwnAccount or Right.DeskWork or Right.PersonalData or Right.HoldingsExport or Right.PeopleManage or Right.SettingsManage or Right.JournalRead or Right.ServiceRun or Right.ProcedureMoveMany:
                return AccessPolicy.Allows(access.Right, CaseRelations.WithoutCase(actor)) ? Answer.Pass : Answer.NotThere;
            default:
                return await JudgeCaseAsync(context, access.Right);
        }
    }

    // Without a case in the address the page asks the pipeline about the cases that it finds.
    private static async Task<Answer> JudgeCaseAsync(HttpContext context, Right right)
    {
        if (!Guid.TryParse(context.GetRouteValue(CaseRoute) as string, out var id))
        {
            return Answer.Pass;
        }

        var held = await context.RequestServices.GetRequiredService<CaseRelations>().ToAsync(new CaseId(id), context.RequestAborted);
        return AccessPolicy.Refuse(right, held) is not { } refusal ? Answer.Pass
            : refusal.Kind == RefusalKind.NotAllowed ? Answer.NotAllowed
            : Answer.NotThere;
    }

    /// <summary>Only with the verb <c>demo</c>, and only for whoever sits at this machine.</summary>
    private static bool IsDemo(HttpContext context) =>
        context.RequestServices.GetRequiredService<RunMode>().Demo
        && context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address);
}
