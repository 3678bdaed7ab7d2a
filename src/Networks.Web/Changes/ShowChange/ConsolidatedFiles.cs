using MediatR;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Changes.ConsolidateText;
using Networks.Workflows.Common;

namespace Networks.Web.Changes.ShowChange;

/// <summary>The contract with its amendments worked in, as a file for reading: for the desks, and by the link of a participant's vote.</summary>
internal static class ConsolidatedFiles
{
    public static string To(Guid id, Guid change) => $"{ShowChangeLink.To(id, change)}/text.docx";

    public static string ToByVote(string ballot) => $"/v/{ballot}/text.docx";

    public static void MapConsolidatedFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/networks/{id:guid}/changes/{change:guid}/text.docx", async (Guid id, Guid change, HttpContext context, IMediator mediator) =>
            Answer(await mediator.Send(new ConsolidateText(new CaseId(id), change), context.RequestAborted), context)).WithMetadata(new AccessAttribute(Right.CaseRead));
        endpoints.MapGet("/v/{ballot}/text.docx", async (string ballot, HttpContext context, IMediator mediator) =>
            Answer(await mediator.Send(new ConsolidateTextByVote(ballot), context.RequestAborted), context)).WithMetadata(new AccessAttribute(Right.Public));
    }

    private static IResult Answer(Result<ConsolidatedFile> made, HttpContext context) => FileAnswer.Of(context, made, file => Results.File(file.Bytes, file.ContentType, file.Name));
}
