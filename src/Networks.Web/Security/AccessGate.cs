using System.Net;
using Microsoft.AspNetCore.Authentication;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Security;

/// <summary>
/// The first gate: who may come to an endpoint at all, from the row that it declares. What they may do with a case is
/// decided by the pipeline, which knows the case.
/// </summary>
internal static class AccessGate
{
    private enum Answer
    {
        Pass,
        SignIn,
        NotThere,
    }

    public static void UseAccessGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var actor = context.RequestServices.GetRequiredService<IActor>();
        switch (context.GetEndpoint() is { } endpoint ? Judge(context, endpoint, actor) : Answer.Pass)
        {
            case Answer.Pass:
                await next(context);
                break;
            case Answer.SignIn:
                await context.ChallengeAsync();
                break;
            case Answer.NotThere:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    });

    // An endpoint that declares no row is not there for anybody; an architecture test refuses it before that.
    private static Answer Judge(HttpContext context, Endpoint endpoint, IActor actor)
    {
        if (endpoint.Metadata.GetMetadata<AccessAttribute>() is not { } access)
        {
            return Answer.NotThere;
        }

        return access.Right switch
        {
            // The firm's link is its own credential, and asks for no session.
            Right.Public or Right.FirmAnswer => Answer.Pass,
            Right.DemoOnly => IsDemo(context) ? Answer.Pass : Answer.NotThere,

            // Rows that no case decides are decided here already: the page is not there for others.
            Right.PeopleManage or Right.ServiceRun => Signed(actor, AccessPolicy.Allows(access.Right, CaseRelations.WithoutCase(actor))),
            Right.OwnAccount or Right.DeskWork or Right.CaseRead or Right.CaseSummary or Right.CaseNote or Right.CaseManage
                or Right.CaseActForFirm or Right.CaseCorrect or Right.TextWrite or Right.RoundManage or Right.SigningDecide
                or Right.EffectConfirm or Right.EvidenceExport => Signed(actor, allowed: true),
        };
    }

    private static Answer Signed(IActor actor, bool allowed) =>
        actor.Officer is null ? Answer.SignIn : allowed ? Answer.Pass : Answer.NotThere;

    /// <summary>Only with the verb <c>demo</c>, and only for whoever sits at this machine.</summary>
    private static bool IsDemo(HttpContext context) =>
        context.RequestServices.GetRequiredService<RunMode>().Demo
        && context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address);
}
