using MediatR;
using Networks.Web.Infrastructure;
using Networks.Web.Security;
using Networks.Workflows.Access;
using Networks.Workflows.Drafting.DownloadText;

namespace Networks.Web.Drafting.ShowFirmPage;

/// <summary>The text of the round as a file, by the firm's link. </summary>
internal static class FirmFiles
{
    public static void MapFirmFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/f/{token}/text.pdf", (string token, HttpContext context, IMediator mediator) => SendAsync(token, pdf: true, context, mediator))
            .WithMetadata(new AccessAttribute(Right.FirmAnswer));
        endpoints.MapGet("/f/{token}/text.docx", (string token, HttpContext context, IMediator mediator) => SendAsync(token, pdf: false, context, mediator))
            .WithMetadata(new AccessAttribute(Right.FirmAnswer));
    }

    private static async Task<IResult> SendAsync(string token, bool pdf, HttpContext context, IMediator mediator)
    {
        if (context.FirmVisit()?.Actor.LinkedCase is not { } caseId)
        {
            return Results.NotFound();
        }

        var made = await mediator.Send(new DownloadText(caseId, token, pdf), context.RequestAborted);
        return FileAnswer.Of(context, made, file => Results.File(file.Bytes, file.ContentType, file.Name));
    }
}
