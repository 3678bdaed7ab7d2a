using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents.OpenFile;

namespace Networks.Web.Infrastructure;

/// <summary>Files leave as attachments only: what was uploaded is never rendered as if it were ours.</summary>
internal static class FileDownloads
{
    /// <summary>Address of a case's file.</summary>
    public static string To(Guid caseId, FileId file) => $"/networks/{caseId}/files/{file.Value}";

    public static void MapFileDownloads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/networks/{id:guid}/files/{file:guid}", async (Guid id, Guid file, HttpContext context, IMediator mediator, IActor actor, JournalNotes journal) =>
        {
            var opened = await mediator.Send(new OpenFile(new CaseId(id), new FileId(file)), context.RequestAborted);
            if (opened.Refusal is { } refusal)
            {
                return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
            }

            journal.Note(actor, JournalKinds.File, "/networks/files", new CaseId(id));
            context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            return Results.File(opened.Value.Bytes, opened.Value.ContentType, opened.Value.Name);
        }).WithMetadata(new AccessAttribute(Right.CaseRead));
}
