using MediatR;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Monitoring.EndMailing;

/// <summary>
/// The address of the mail's own header. A mail program posts to it without a session and without a form of ours, so no
/// form token is asked for: whoever knows the address can do no more than end this one mailing. Opening it ends nothing.
/// </summary>
internal static class OneClickEnd
{
    public static void MapOneClickEnd(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(EndMailingLink.OneClick, async (string mailing, IMediator mediator, TimeProvider clock, HttpContext context) =>
        {
            var ended = await mediator.Send(new Workflows.Monitoring.EndMailing.EndMailing(mailing) { OperationId = Data.Ids.New(clock) }, context.RequestAborted);
            return ended.Refusal is { } refusal
                ? Results.Text(refusal.Text, statusCode: RefusalStatus.Of(refusal.Kind))
                : Results.Text(Words.Say("region-pages.mailing-ended"));
        }).WithMetadata(new AccessAttribute(Right.Public));

        // Who opens the address instead gets the page with the button.
        endpoints.MapGet(EndMailingLink.OneClick, async (string mailing, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new Workflows.Monitoring.EndMailing.ShowMailingEnd(mailing), context.RequestAborted)).Ok ? Results.Redirect(EndMailingLink.To(mailing)) : Results.NotFound())
            .WithMetadata(new AccessAttribute(Right.Public));
    }
}
