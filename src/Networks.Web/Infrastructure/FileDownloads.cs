using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents.OpenFile;

namespace Networks.Web.Infrastructure;

/// <summary>The files of a network, each download in the journal.</summary>
internal static class FileDownloads
{
    /// <summary>Address of a case's file.</summary>
    public static string To(Guid caseId, FileId file) => $"/networks/{caseId}/files/{file.Value}";

    public static void MapFileDownloads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/networks/{id:guid}/files/{file:guid}", async (Guid id, Guid file, HttpContext context, IMediator mediator, IActor actor, JournalNotes journal) =>
        {
            var found = await mediator.Send(new OpenFile(new CaseId(id), new FileId(file)), context.RequestAborted);
            return FileAnswer.Of(context, found, opened =>
            {
                journal.Note(actor, JournalKinds.File, "/networks/files", new CaseId(id));
                return Results.File(opened.Bytes, opened.ContentType, opened.Name);
            });
        }).WithMetadata(new AccessAttribute(Right.CaseRead));
}
