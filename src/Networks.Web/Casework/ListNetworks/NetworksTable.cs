using System.Globalization;
using System.Text;
using MediatR;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ListNetworks;
using Networks.Workflows.Common;

namespace Networks.Web.Casework.ListNetworks;

/// <summary>The list as a table for a spreadsheet: semicolons, UTF-8 with its mark, no cell that a spreadsheet would run.</summary>
internal static class NetworksTable
{
    public static void MapNetworksTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/networks.csv", async (HttpContext context, IMediator mediator) =>
        {
            var request = NetworkQuery.Of(context.Request.Query) with { Page = 1 };
            var answer = await mediator.Send(request.Request(Workflows.Casework.ListNetworks.ListNetworks.TableSize), context.RequestAborted);
            return answer.Ok
                ? Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write(answer.Value))], "text/csv; charset=utf-8", "reti.csv")
                : Results.NotFound();
        }).WithMetadata(new AccessAttribute(Right.OwnAccount));

    public static string Write(NetworkList list)
    {
        var text = new StringBuilder();
        Line(text, ["reference", "network", "desk", "phase", "status", "firms", "opened", "effect", "next"], word => Words.Say($"case-pages.table-{word}"));
        foreach (var row in list.Rows)
        {
            Line(text, [row.Reference, row.Name ?? "", row.Desk, Words.Say($"casework.phase-{row.Phase}"), Words.Say($"casework.status-{row.Status}"),
                $"{row.Firms}", Day(row.OpenedOn), Day(row.EffectOn), Day(row.NextDueOn)], cell => cell);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells, Func<string, string> say) =>
        text.AppendJoin(';', cells.Select(c => SafeCell.Write(say(c)))).Append("\r\n");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
