using MediatR;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Discovery.ListIntroductions;

/// <summary>The introductions of a desk as a file, those received first.</summary>
internal static class IntroductionsTable
{
    public static void MapIntroductionsTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(IntroductionLink.To(), Right.DeskWork, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var answer = await mediator.Send(new Workflows.Discovery.ListIntroductions.ListIntroductions(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        string[] heads = ["table-way", "col-firm", "table-need", "table-network", "table-asking", "table-holding", "table-asked", "table-state"];
        return new ListTable(T("introductions-table"), [], [.. heads.Select(T)],
            [.. answer.Value.OrderBy(r => r.Mine).Select(r => (object?[])
            [
                T(r.Mine ? "introductions-out" : "introductions-in"), r.Firm ?? T("a-firm"), r.Need, r.Network, r.AskingDesk, r.HoldingDesk, r.AskedOn, IntroductionWords.State(r),
            ])], answer.Value.Count < Workflows.Discovery.ListIntroductions.ListIntroductions.Most ? answer.Value.Count : null);
    }

    private static string T(string key) => Words.Say($"discovery-pages.{key}");
}
