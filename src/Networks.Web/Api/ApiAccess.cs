using MediatR;
using Microsoft.Net.Http.Headers;
using Networks.Data.Connections;
using Networks.Web.Shell;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>Who asks the API: the person whose token a program shows. A session of the pages does not count here.</summary>
internal static class ApiAccess
{
    private const string scheme = "Bearer ";

    /// <summary>Sets who acts, from the token; nobody without one, or with one that does not work.</summary>
    public static async Task IdentifyAsync(HttpContext context, IMediator mediator, CurrentActor actor)
    {
        var shown = context.Request.Headers.Authorization.ToString();
        if (!shown.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var visit = await mediator.Send(new IdentifyToken(shown[scheme.Length..].Trim()), context.RequestAborted);
        if (!visit.Ok)
        {
            return;
        }

        actor.Who = visit.Value.Actor;
        context.RequestServices.GetRequiredService<CurrentOperation>().Token = visit.Value.Token;
        context.Items[typeof(TokenVisit)] = visit.Value;
        LanguageSetup.SpeakUnlessAsked(context, visit.Value.Language);
        if (visit.Value.UseIsNews)
        {
            await mediator.Send(new NoteTokenUse(visit.Value.Token), context.RequestAborted);
        }
    }

    /// <summary>Before any case is looked at: no token 401, a token without the scope 403.</summary>
    public static void UseApiAccess(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<ApiEndpoint>() is not { } asked || endpoint.GetMetadata<AccessAttribute>()?.Right is Right.Public or Right.FirmAnswer)
        {
            return next(context);
        }

        if (context.Items[typeof(TokenVisit)] is not TokenVisit visit)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            var code = context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? "api.token-unknown" : "api.token-missing";
            return ApiProblem.WriteAsync(context, StatusCodes.Status401Unauthorized, code, Words.Say(code));
        }

        return asked.Scopes == ApiScopes.None || (visit.Scopes & asked.Scopes) != ApiScopes.None
            ? next(context)
            : ApiProblem.WriteAsync(context, StatusCodes.Status403Forbidden, "api.scope-missing", Words.Say("api.scope-missing", asked.Scopes));
    });
}
