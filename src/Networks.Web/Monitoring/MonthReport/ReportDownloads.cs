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
            return FileAnswer.Of(context, made, month => Results.File(ReportBook.Write(month.Report), ReportBook.MediaType, $"{NameOf(month.Month?.Month)}.xlsx"));
        }).WithMetadata(new AccessAttribute(Right.RegionRead));
        endpoints.MapGet(MonthReportLink.Paper, async (HttpContext context, IMediator mediator, ReportPapers papers) =>
        {
            var made = await MonthReport.MakeAsync(mediator, MonthReportLink.Read(context.Request.Query), context.RequestAborted);
            var pdf = made.Refusal is { } refusal ? refusal : await papers.PdfAsync(made.Value.Report, context.RequestAborted);
            return FileAnswer.Of(context, pdf, bytes => Results.File(bytes, "application/pdf", $"{NameOf(made.Value.Month?.Month)}.pdf"));
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
        if (pdf.Refusal is { } refusal)
        {
            // The converter's own words are about a contract.
            return new Refusal(refusal.Kind, "region-pages.no-paper");
        }

        _last.Enqueue((key, pdf.Value));
        while (_last.Count > Kept && _last.TryDequeue(out _))
        {
        }

        return pdf;
    }
}
