using MediatR;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Registration.ShowSheet;

namespace Networks.Web.Registration.ShowSheet;

/// <summary>The typed data of a sheet as a table for re-keying.</summary>
internal static class SheetDownload
{
    public static string To(CaseId @case, FilingId filing) => $"{ShowSheetLink.To(@case, filing)}.csv";

    public static void MapSheetDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/networks/{id:guid}/filings/{filing:guid}/sheet.csv", async (Guid id, Guid filing, HttpContext context, IMediator mediator) =>
        {
            var made = await mediator.Send(new Workflows.Registration.ShowSheet.ShowSheet(new CaseId(id), new FilingId(filing)), context.RequestAborted);
            return FileAnswer.Of(context, made, sheet => Results.File(SheetCsv.Write(sheet), "text/csv; charset=utf-8", $"{sheet.CaseReference}-{sheet.Chamber}.csv"));
        }).WithMetadata(new AccessAttribute(Right.CaseRead));
}
