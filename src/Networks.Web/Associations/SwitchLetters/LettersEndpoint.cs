using MediatR;
using Microsoft.AspNetCore.Mvc;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Accounts;
using Networks.Workflows.Access;

namespace Networks.Web.Associations.SwitchLetters;

/// <summary>The switch on the sheet of keys, which every page has.</summary>
internal static class LettersEndpoint
{
    public const string Address = "/account/letters";

    public static void MapLetters(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, async (HttpContext context, IMediator mediator, OwnSecurity security, [FromForm] string? letters, [FromForm(Name = "return")] string? back) =>
        {
            var done = await mediator.Send(new Workflows.Associations.SwitchLetters.SwitchLetters(Guid.Empty, letters != "on"), context.RequestAborted);
            if (done.Refusal is { } refusal)
            {
                return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
            }

            await security.RefreshAsync(context.User);
            return Results.LocalRedirect(LocalAddress.Of(back));
        }).WithMetadata(new AccessAttribute(Right.OwnAccount));
}
