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
            var sheet = await mediator.Send(new Workflows.Registration.ShowSheet.ShowSheet(new CaseId(id), new FilingId(filing)), context.RequestAborted);
            return sheet.Refusal is { } refusal
                ? Results.StatusCode(RefusalStatus.Of(refusal.Kind))
                : Results.File(SheetCsv.Write(sheet.Value), "text/csv; charset=utf-8", $"{sheet.Value.CaseReference}-{sheet.Value.Chamber}.csv");
        }).WithMetadata(new AccessAttribute(Right.CaseRead));
}
