using MediatR;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents.Reports;

namespace Networks.Web.Infrastructure.Tables;

/// <summary>The one way from a list to its files: the address of the page with <c>.csv</c> or <c>.xlsx</c>.</summary>
internal static class TableDownloads
{
    public const string Csv = "csv";

    public const string Book = "xlsx";

    /// <param name="list">Address of the list's page, as a route.</param>
    /// <param name="right">That of the page.</param>
    /// <param name="read">Asks the query of the page, with its filters and its rights.</param>
    public static void MapTable(this IEndpointRouteBuilder endpoints, string list, Right right, Func<HttpContext, IMediator, Task<Result<ListTable>>> read)
    {
        foreach (var ending in new[] { Csv, Book })
        {
            endpoints.MapGet($"{list}.{ending}", async (HttpContext context, IMediator mediator, BusinessCalendar calendar, IActor actor, JournalNotes journal) =>
                FileAnswer.Of(context, await read(context, mediator), table =>
                {
                    journal.Note(actor, JournalKinds.File, list);
                    return FileOf(table, calendar.Today(), ending, context.RequestAborted);
                })).WithMetadata(new AccessAttribute(right));
        }
    }

    private static IResult FileOf(ListTable table, DateOnly day, string ending, CancellationToken cancellationToken)
    {
        var report = table.ReportOn(day);
        var name = table.FileName(day, ending);
        return ending == Book
            ? Results.File(ReportBook.Write(report), ReportBook.MediaType, name)
            : Results.Stream(body => ReportCsv.WriteAsync(report, body, cancellationToken), "text/csv; charset=utf-8", name);
    }
}
