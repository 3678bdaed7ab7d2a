using System.Collections.Concurrent;
using MediatR;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Documents.Reports;

namespace Networks.Web.Monitoring.MonthReport;

/// <summary>The report as a workbook and as a PDF.</summary>
internal static class ReportDownloads
{
    public static void MapReportDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(MonthReportLink.Book, async (HttpContext context, IMediator mediator) =>
        {
            var made = await MonthReport.MakeAsync(mediator, MonthReportLink.Read(context.Request.Query), context.RequestAborted);
            return made.Refusal is { } refusal
                ? Results.StatusCode(RefusalStatus.Of(refusal.Kind))
                : Results.File(ReportBook.Write(made.Value.Report), ReportBook.MediaType, $"{NameOf(made.Value.Month?.Month)}.xlsx");
        }).WithMetadata(new AccessAttribute(Right.RegionRead));
        endpoints.MapGet(MonthReportLink.Paper, async (HttpContext context, IMediator mediator, ReportPapers papers) =>
        {
            var made = await MonthReport.MakeAsync(mediator, MonthReportLink.Read(context.Request.Query), context.RequestAborted);
            if (made.Refusal is { } refusal)
            {
                return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
            }

            var pdf = await papers.PdfAsync(made.Value.Report, context.RequestAborted);
            return pdf.Refusal is { } failed
                ? Results.Text(failed.Text, statusCode: RefusalStatus.Of(failed.Kind))
                : Results.File(pdf.Value, "application/pdf", $"{NameOf(made.Value.Month?.Month)}.pdf");
        }).WithMetadata(new AccessAttribute(Right.RegionRead));
    }

    private static string NameOf(DateOnly? month) => month is { } known ? $"networks-{MonthReportLink.Word(known)}" : "networks";
}

/// <summary>Keeps the last PDFs: a conversion takes seconds, and a report that is asked for again has mostly not changed.</summary>
internal sealed class ReportPapers(IPdfConverter converter)
{
    private const int Kept = 8;

    private readonly ConcurrentQueue<(string Content, byte[] Pdf)> _last = new();

    public async Task<Result<byte[]>> PdfAsync(Report report, CancellationToken cancellationToken)
    {
        var key = System.Text.Json.JsonSerializer.Serialize(report);
        if (_last.FirstOrDefault(l => l.Content == key) is { Pdf: { } known })
        {
            return known;
        }

        var pdf = await converter.ToPdfAsync(ReportPaper.Write(report), cancellationToken);
        if (pdf.Ok)
        {
            _last.Enqueue((key, pdf.Value));
            while (_last.Count > Kept && _last.TryDequeue(out _))
            {
            }
        }

        return pdf;
    }
}
