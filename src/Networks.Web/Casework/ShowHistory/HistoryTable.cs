using MediatR;
using Networks.Data;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;

namespace Networks.Web.Casework.ShowHistory;

/// <summary>A case's whole history as a file.</summary>
internal static class HistoryTable
{
    public static void MapHistoryTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable("/networks/{id:guid}/history", Right.CaseRead, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var id = new CaseId(Guid.Parse((string)context.GetRouteValue("id")!));
        var rows = new List<HistoryRow>();
        int? before = null;
        string network;
        do
        {
            var page = await mediator.Send(new Workflows.Casework.ShowHistory.ShowHistory(id, before), context.RequestAborted);
            if (page.Refusal is { } refusal)
            {
                return refusal;
            }

            rows.AddRange(page.Value.Rows);
            (network, before) = (page.Value.Network, page.Value.Before);
        }
        while (before is not null && rows.Count < ListTable.Most);

        // Numbers run from 1 without a gap: what is left is known from where the next page would begin.
        return new ListTable(T("history-title", network), [],
            [T("history-number"), T("history-happened"), T("history-learnt"), T("history-what"), T("history-who"), T("col-desk"), T("history-corrected"), T("history-corrects")],
            [.. rows.Select(r => (object?[])[r.Number, r.HappenedOn, r.LearntOn, r.Sentence, r.Who ?? T("by-service"), r.Desk, r.CorrectedTo, r.Corrects])],
            rows.Count + (before - 1 ?? 0));
    }

    private static string T(string key, params object[] values) => Words.Say($"case-pages.{key}", values);
}
