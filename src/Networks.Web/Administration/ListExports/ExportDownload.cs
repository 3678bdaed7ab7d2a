using MediatR;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.Exports;
using Networks.Workflows.Administration.OpenFirmPackage;
using Networks.Workflows.Common;

namespace Networks.Web.Administration.ListExports;

/// <summary>The file of an export, as a stream that can be taken up where it broke off; in the journal each time.</summary>
internal static class ExportDownload
{
    public static void MapExportDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(AdministrationLink.Export("{export:guid}"), async (Guid export, HttpContext context, IMediator mediator, IActor actor, JournalNotes journal) =>
        {
            var found = await mediator.Send(new OpenExport(export), context.RequestAborted);
            return FileAnswer.Of(context, found, opened =>
            {
                journal.Note(actor, JournalKinds.File, AdministrationLink.Exports);
                return Results.File(opened.Content, DataPackage.MediaType, opened.Name, enableRangeProcessing: true);
            });
        }).WithMetadata(new AccessAttribute(Right.HoldingsExport));
}
