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
            var opened = await mediator.Send(new OpenExport(export), context.RequestAborted);
            if (opened.Refusal is { } refusal)
            {
                return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
            }

            journal.Note(actor, JournalKinds.File, AdministrationLink.Exports);
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(opened.Value.Content, DataPackage.MediaType, opened.Value.Name, enableRangeProcessing: true);
        }).WithMetadata(new AccessAttribute(Right.HoldingsExport));
}
