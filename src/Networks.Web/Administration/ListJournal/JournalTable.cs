using MediatR;
using Networks.Web.Components;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.ListJournal;
using Networks.Workflows.Common;

namespace Networks.Web.Administration.ListJournal;

/// <summary>The journal with its filters as a file.</summary>
internal static class JournalTable
{
    public static void MapJournalTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(AdministrationLink.Audit, Right.JournalRead, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var asked = JournalQuery.Read(context.Request.Query);
        var rows = new List<JournalRow>();
        long? before = null;
        string? person = null;
        do
        {
            var page = await mediator.Send(asked with { Before = before }, context.RequestAborted);
            if (page.Refusal is { } refusal)
            {
                return refusal;
            }

            rows.AddRange(page.Value.Rows);
            before = page.Value.Before;
            person ??= page.Value.People.FirstOrDefault(p => p.Id == asked.Person)?.Name;
        }
        while (before is not null && rows.Count < ListTable.Most);

        string?[] filters =
        [
            asked.Kind is { } kind ? T($"kind-of-{kind}") : null, person, asked.Reference,
            asked.From is { } from ? T("table-from", from) : null, asked.Until is { } until ? T("table-until", until) : null,
        ];
        return new ListTable(T("audit-title"), [.. filters.OfType<string>()],
            [T("audit-when"), T("audit-who"), T("audit-association"), T("audit-kind"), T("audit-what"), T("audit-network"), T("audit-facts")],
            [.. rows.Take(ListTable.Most).Select(r => (object?[])[RomeTime.Of(r.At), r.Who, r.Association, T($"kind-of-{r.Kind}"), r.Sentence, r.Reference, r.Facts])],
            before is null ? rows.Count : null);
    }

    private static string T(string key, params object[] values) => Words.Say($"administration-pages.{key}", values);
}
