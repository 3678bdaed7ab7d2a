using MediatR;
using Networks.Web.Infrastructure.Tables;
using Networks.Web.Monitoring.ShowRegion;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;

namespace Networks.Web.Monitoring.ListRegion;

/// <summary>The networks behind a number of the lead's picture as a file.</summary>
internal static class RegionTable
{
    public static void MapRegionTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(ListRegionLink.List, Right.RegionRead, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var filter = ListRegionLink.Read(context.Request.Query);
        var answer = await ListTable.CollectAsync(
            mediator, page => new Workflows.Monitoring.ListRegion.ListRegion(filter, page) { AtOnce = ListTable.Portion }, (RegionList page) => page.Rows, context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        var (first, rows) = answer.Value;
        return new ListTable(T("table-title", first.Programme), FilterWords.Of(filter, first.Desks),
            [T("table-reference"), T("network"), T("desk"), T("state"), T("table-effect"), T("table-stopped"), T("opened-on"), T("days"), T("who")],
            [.. rows.Select(r => (object?[])
            [
                r.Reference, r.Name, r.Desk, RegionWords.Of(r.State), r.EffectOn, r.IsStopped ? T("table-yes") : null, r.OpenedOn, r.Days, r.Cause is { } cause ? RegionWords.Of(cause) : null,
            ])], first.Total);
    }

    private static string T(string key, params object[] values) => Words.Say($"region-pages.{key}", values);
}
