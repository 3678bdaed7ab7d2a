using MediatR;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Casework.ListNetworks;

/// <summary>The list of networks as a file.</summary>
internal static class NetworksTable
{
    public static void MapNetworksTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(ListNetworksLink.To(), Right.OwnAccount, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var query = NetworkQuery.Of(context.Request.Query) with { Page = 1 };
        var answer = await mediator.Send(query.Request(ListTable.Most), context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        string[] heads = ["reference", "network", "desk", "phase", "status", "firms", "opened", "effect", "next"];
        return new ListTable(T("table-title"), [.. Said(query)], [.. heads.Select(h => T($"table-{h}"))],
            [.. answer.Value.Rows.Select(r => (object?[])
            [
                r.Reference, r.Name, r.Desk, Words.Say($"casework.phase-{r.Phase}"), Words.Say($"casework.status-{r.Status}"), r.Firms, r.OpenedOn, r.EffectOn, r.NextDueOn,
            ])], answer.Value.Total);
    }

    private static IEnumerable<string> Said(NetworkQuery query)
    {
        if (query.Chosen.Count > 0)
        {
            yield return Words.Say("shell.table-chosen");
        }

        if (query.Text is { } text)
        {
            yield return $"{T("filter-text")} {text}";
        }

        if (query.Phase is { } phase)
        {
            yield return $"{T("filter-phase")} {Words.Say($"casework.phase-{phase}")}";
        }

        if (query.Status is { } status)
        {
            yield return $"{T("filter-status")} {Words.Say($"casework.status-{status}")}";
        }
    }

    private static string T(string key) => Words.Say($"case-pages.{key}");
}
