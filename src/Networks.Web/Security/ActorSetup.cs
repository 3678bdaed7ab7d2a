using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using Networks.Data;
using Networks.Web.Api;
using Networks.Web.Shell;
using Networks.Workflows.Access;
using Networks.Workflows.Changes.VoteByLink;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.AnswerAsFirm;

namespace Networks.Web.Security;

/// <summary>Decides who acts in a request: the signed-in person, the firm whose link is in the path, or the person whose token a program shows.</summary>
internal static class ActorSetup
{
    /// <summary>Route value that holds a firm's link.</summary>
    public const string TokenRoute = "token";

    /// <summary>Route value that holds the link by which a firm answers whether it wants to be introduced.</summary>
    public const string KeyRoute = "key";

    /// <summary>The part of a route that holds the secret of a participant's vote.</summary>
    public const string BallotRoute = "ballot";

    public static void UseNetworksActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The page that tells of an error is for anybody: what broke may be the database that knows the people.
        if (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(context);
            return;
        }

        var mediator = context.RequestServices.GetRequiredService<IMediator>();
        var actor = context.RequestServices.GetRequiredService<CurrentActor>();
        if (context.GetRouteValue(TokenRoute) is string token)
        {
            var visit = await mediator.Send(new IdentifyLink(token), context.RequestAborted);
            if (visit.Ok)
            {
                actor.Who = visit.Value.Actor;
                context.Items[typeof(LinkVisit)] = visit.Value;
                LanguageSetup.SpeakUnlessAsked(context, visit.Value.Language);
            }
        }
        else if (context.GetRouteValue(KeyRoute) is string key)
        {
            var asked = await mediator.Send(new IdentifyAskedFirm(key), context.RequestAborted);
            if (asked.Ok)
            {
                actor.Who = asked.Value.Actor;
                LanguageSetup.SpeakUnlessAsked(context, asked.Value.Language);
            }
        }
        else if (ApiAddress.Is(context))
        {
            await ApiAccess.IdentifyAsync(context, mediator, actor);
        }
        else if (context.GetRouteValue(BallotRoute) is string ballot)
        {
            var voter = await mediator.Send(new IdentifyVoter(ballot), context.RequestAborted);
            if (voter.Ok)
            {
                actor.Who = voter.Value.Actor;
                LanguageSetup.SpeakUnlessAsked(context, voter.Value.Language);
            }
        }
        else if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            var officer = await mediator.Send(new IdentifyOfficer(new OfficerId(id)), context.RequestAborted);
            actor.Who = officer.Value.Actor;
            if (officer.Value.Language is { } language)
            {
                LanguageSetup.Speak(context, language);
            }
        }

        await next(context);
    });

    /// <summary>The visit by a firm's link; null when the link is not known.</summary>
    public static LinkVisit? FirmVisit(this HttpContext context) => context.Items[typeof(LinkVisit)] as LinkVisit;
}
