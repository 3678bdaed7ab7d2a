using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Networks.Web.Components;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.KeptTexts;
using Networks.Workflows.Common;

namespace Networks.Web.Casework.KeptTexts;

/// <summary>What the script of the pages keeps and offers again. Without script nobody asks for it.</summary>
internal static class KeptTextEndpoints
{
    public const string Address = "/kept";

    public static void MapKeptTexts(this IEndpointRouteBuilder endpoints)
    {
        var access = new AccessAttribute(Right.OwnAccount);
        endpoints.MapGet(Address, async (HttpContext context, IMediator mediator, string? page) =>
        {
            var found = await mediator.Send(new FindKeptText(page), context.RequestAborted);
            return found.Refusal is { } refusal ? Told(refusal) : Results.Json(new
            {
                resume = Words.Say("case-pages.kept-resume"),
                drop = Words.Say("case-pages.kept-drop"),
                texts = found.Value.Select(t => new { t.Number, t.Form, said = Said(t.KeptAt), t.Fields }),
            });
        }).WithMetadata(access);
        endpoints.MapPost(Address, async (HttpContext context, IMediator mediator, [FromForm] string? number, [FromForm] string? page, [FromForm] string? form, [FromForm] string? fields, [FromForm] string? beside) =>
            await SendAsync(context, mediator, new KeepText(Guid.Empty, Number(number), page, form, Fields(fields)) { Beside = beside == "yes" })).WithMetadata(access);
        endpoints.MapPost($"{Address}/drop", async (HttpContext context, IMediator mediator, [FromForm] string? number) =>
            await SendAsync(context, mediator, new DropKeptText(Guid.Empty, Number(number)))).WithMetadata(access);
    }

    private static async Task<IResult> SendAsync(HttpContext context, IMediator mediator, IRequest<Result<Done>> request)
    {
        var done = await mediator.Send(request, context.RequestAborted);
        return done.Refusal is { } refusal ? Told(refusal) : Results.NoContent();
    }

    private static IResult Told(Refusal refusal) => Results.Text(refusal.Text, statusCode: RefusalStatus.Of(refusal.Kind));

    private static Guid Number(string? typed) => Guid.TryParse(typed, out var number) ? number : Guid.Empty;

    // What cannot be read is missing, and is refused as such.
    private static Dictionary<string, string>? Fields(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json ?? "null");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Said(DateTimeOffset keptAt) => Words.Say("case-pages.kept-at", RomeTime.At(keptAt));
}
