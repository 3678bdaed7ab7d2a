using MediatR;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail.KeptMails;

namespace Networks.Web.Mail.KeptMails;

/// <summary>The demo's outbox as a file, without the texts and their links.</summary>
internal static class KeptMailsTable
{
    public static void MapKeptMailsTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(KeptMailLink.List, Right.DemoOnly, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var answer = await mediator.Send(new ListKeptMails(), context.RequestAborted);
        return answer.Refusal is { } refusal
            ? refusal
            : new ListTable(T("outbox-title"), [], [T("table-written"), T("table-to"), T("table-subject"), T("table-status")],
                [.. answer.Value.Select(m => (object?[])[BusinessCalendar.DayOf(m.CreatedAt), m.To, m.Subject, T($"status-{m.Status}")])], answer.Value.Count < ListKeptMails.Most ? answer.Value.Count : null);
    }

    private static string T(string key) => Words.Say($"mail-pages.{key}");
}
