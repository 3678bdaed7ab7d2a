using MediatR;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.ListEnding;

namespace Networks.Web.Discovery.ListEnding;

/// <summary>The firms whose permissions end soon as a file: for those who call them.</summary>
internal static class EndingTable
{
    public static void MapEndingTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(ListEndingLink.To(), Right.DeskWork, ReadAsync);

    /// <summary>What ends, in the words of the firm's own page.</summary>
    public static string Say(EndingRow row) =>
        string.Join(", ", row.Purposes.Select(purpose => T(purpose is null ? "ending-profile" : $"ending-{purpose}")));

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var answer = await mediator.Send(new Workflows.Discovery.ListEnding.ListEnding(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        string[] heads = ["col-firm", "col-ending", "col-until", "col-phone", "col-asked"];
        return new ListTable(T("ending-table"), [], [.. heads.Select(T)],
            [.. answer.Value.Select(r => (object?[])[r.Name, Say(r), r.Until, r.Phone, r.AskedOn])], answer.Value.Count < Workflows.Discovery.ListEnding.ListEnding.Most ? answer.Value.Count : null);
    }

    private static string T(string key) => Words.Say($"discovery-pages.{key}");
}
