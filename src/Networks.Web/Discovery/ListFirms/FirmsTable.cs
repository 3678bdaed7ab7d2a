using MediatR;
using Networks.Web.Discovery.DecideConsents;
using Networks.Web.Infrastructure.Tables;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.ListFirms;

namespace Networks.Web.Discovery.ListFirms;

/// <summary>The desk's register as a file.</summary>
internal static class FirmsTable
{
    public static void MapFirmsTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTable(ListFirmsLink.To(), Right.DeskWork, ReadAsync);

    private static async Task<Result<ListTable>> ReadAsync(HttpContext context, IMediator mediator)
    {
        var facets = FacetQuery.Of(context.Request.Query);
        var chosen = DecideConsentsLink.Firms(context.Request.Query);
        var answer = await ListTable.CollectAsync(
            mediator, page => new Workflows.Discovery.ListFirms.ListFirms(facets, page) { AtOnce = ListTable.Portion, Chosen = chosen }, (FirmList page) => page.Rows, context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        var (first, rows) = answer.Value;
        return new ListTable(T("firms-table"), [.. chosen.Count > 0 ? [Words.Say("shell.table-chosen")] : Said(facets)],
            [T("col-firm"), T("col-tax-code"), T("col-activity"), T("col-province"), T("col-size"), T("col-shown"), T("col-network")],
            [.. rows.Select(r => (object?[])
            [
                r.Name, r.TaxCode, r.Division is { } division ? $"{division} {FacetNames.Division(division)}" : null, r.Province, r.Size is { } size ? FacetNames.Size(size) : null,
                T(r.CardMade ? "shown" : r.Shown ? "shown-too-few" : "shown-not"), r.Elsewhere?.Text,
            ])], first.Total);
    }

    private static IEnumerable<string> Said(Facets facets)
    {
        (string Key, string? Value)[] parts =
        [
            ("text", facets.Text),
            ("division", facets.Division is { } division ? $"{division} {FacetNames.Division(division)}" : null),
            ("provinces", facets.Provinces.Count == 0 ? null : string.Join(", ", facets.Provinces)),
            ("within", facets is { Within: { } kilometres, Provinces.Count: > 0 } ? Words.Say("discovery-pages.within", kilometres) : null),
            ("region", facets.Region is { } region ? FacetNames.Region(region) : null),
            ("size", facets.Size is { } size ? FacetNames.Size(size) : null),
            ("reach", facets.Reach is { } reach ? FacetNames.Reach(reach) : null),
            ("capabilities", facets.Capabilities.Count == 0 ? null : string.Join(", ", facets.Capabilities.Select(FacetNames.Capability))),
            ("certificates", facets.Certificates.Count == 0 ? null : string.Join(", ", facets.Certificates.Select(FacetNames.Certificate))),
        ];
        return parts.Where(p => p.Value is not null).Select(p => $"{T($"facet-{p.Key}")} {p.Value}");
    }

    private static string T(string key) => Words.Say($"discovery-pages.{key}");
}
