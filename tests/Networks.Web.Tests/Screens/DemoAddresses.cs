using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;

namespace Networks.Web.Tests.Screens;

/// <summary>One address of a page, with somebody who may try it.</summary>
internal sealed record PageAddress(string Path, OfficerId Officer);

/// <summary>Every page of the service with the addresses that the demo has for it.</summary>
internal sealed class DemoAddresses
{
    private readonly List<(OfficerId Id, AssociationId Desk, OfficerRoles Roles)> _officers = [];
    private readonly List<(Dictionary<string, List<string>> Values, List<AssociationId> Desks)> _cases = [];
    private OfficerId _bringer;
    private readonly Dictionary<string, List<string>> _others = new(StringComparer.OrdinalIgnoreCase);

    private DemoAddresses()
    {
    }

    public static async Task<DemoAddresses> ReadAsync(DemoApp demo)
    {
        var all = new DemoAddresses();
        await demo.ReadAsync(async db =>
        {
            all._officers.AddRange((await db.Officers.Where(o => !o.IsDisabled).OrderBy(o => o.Email).ToListAsync()).Select(o => (o.Id, o.AssociationId, o.Roles)));
            all._bringer = (await db.FirmImports.Select(i => i.By).FirstAsync())!.Value;
            foreach (var one in await db.Cases.OrderBy(c => c.Reference).ToListAsync())
            {
                var participants = await db.Participants.Where(p => p.CaseId == one.Id).OrderBy(p => p.Order).ToListAsync();
                all._cases.Add((new(StringComparer.OrdinalIgnoreCase)
                {
                    ["id"] = [$"{one.Id.Value}"],
                    ["participant"] = [.. participants.Select(p => $"{p.Id.Value}")],
                    ["filing"] = [.. (await db.Filings.Where(f => f.CaseId == one.Id).Select(f => f.Id).ToListAsync()).Select(f => $"{f.Value}")],
                    ["duty"] = [.. (await db.Duties.Where(d => d.CaseId == one.Id).Select(d => d.Id).ToListAsync()).Select(d => $"{d}")],
                    ["change"] = [.. (await db.NetworkChanges.Where(c => c.CaseId == one.Id).Select(c => c.Id).ToListAsync()).Select(c => $"{c}")],
                    ["file"] = [.. (await db.SignedFiles.Where(f => f.CaseId == one.Id).Select(f => f.Id).ToListAsync()).Select(f => $"{f}")],
                    ["item"] = [.. (await db.WorkItems.Where(i => i.CaseId == one.Id && i.Status == WorkItemStatus.Open).Select(i => i.Id).ToListAsync()).Select(i => $"{i.Value}")],
                    ["card"] = [.. (await db.SearchEntries.Where(e => e.CardKey != null && e.HeldBy != one.OwnerId).Take(3).Select(e => e.CardKey).ToListAsync()).Select(k => $"{k}")],
                    ["number"] = [.. Enumerable.Range(1, one.HistoryLength).Select(n => $"{n}")],
                },
                [one.OwnerId, .. participants.Select(p => p.DeskId).Where(d => d != one.OwnerId).Distinct()]));
            }

            all._others["/people/{Id:guid}"] = [.. all._officers.Take(5).Select(o => $"{o.Id.Value}")];
            all._others["/firms/{Firm:guid}"] = [.. (await db.Firms.OrderBy(f => f.TaxCode).Select(f => f.Id).ToListAsync()).Select(f => $"{f.Value}")];
            all._others["/firms/{Firm:guid}/data"] = all._others["/firms/{Firm:guid}"];
            all._others["/firms/imports/{Import:guid}"] = [.. (await db.FirmImports.Select(i => i.Id).ToListAsync()).Select(i => $"{i}")];
            all._others["/introductions/{Introduction:guid}"] = [.. (await db.Introductions.Select(i => i.Id).ToListAsync()).Select(i => $"{i}")];
            all._others["/needs/{Need:guid}"] = [.. (await db.NeedCalls.Select(n => n.Id).ToListAsync()).Select(n => $"{n}")];
            all._others["/outbox/{Id:guid}"] = [.. (await db.Outbox.OrderByDescending(m => m.CreatedAt).Take(20).Select(m => m.Id).ToListAsync()).Select(m => $"{m}")];
            return true;
        });
        return all;
    }

    /// <summary>The pages that an officer can open, each route once, from what the service has mapped.</summary>
    public static IReadOnlyList<RouteEndpoint> Pages(IServiceProvider services) =>
        [.. services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                && e.Metadata.GetMetadata<AccessAttribute>()!.Right is not (Right.Public or Right.FirmAnswer))
            .DistinctBy(e => e.RoutePattern.RawText)];

    /// <summary>Everything worth trying for a page, case by case: the people of its desks, then the others.</summary>
    public IEnumerable<IEnumerable<PageAddress>> Of(RouteEndpoint page)
    {
        var pattern = page.RoutePattern;
        if (!pattern.RawText!.StartsWith("/networks/{", StringComparison.Ordinal))
        {
            var paths = pattern.Parameters.Count == 0 ? [pattern.RawText]
                : _others.TryGetValue(pattern.RawText, out var ids) ? ids.Select(id => Fill(pattern, _ => id))
                : [];
            return [from path in paths from officer in OneOfEachRole() select new PageAddress(path, officer)];
        }

        return
            from one in _cases
            let part = pattern.Parameters.Select(p => p.Name).SingleOrDefault(name => name != "Id")
            select
                from desk in one.Desks
                from officer in _officers.Where(o => o.Desk == desk && o.Roles.HasFlag(OfficerRoles.Desk)).Take(1)
                from value in part is null ? [""] : one.Values[part]
                select new PageAddress(Fill(pattern, name => name == part ? value : one.Values[name][0]), officer.Id);
    }

    private IEnumerable<OfficerId> OneOfEachRole() =>
        (from role in new[] { OfficerRoles.Desk, OfficerRoles.Administrator, OfficerRoles.Lead }
         select _officers.Where(o => o.Roles.HasFlag(role)).OrderByDescending(o => _cases.Count(c => c.Desks.Contains(o.Desk))).First().Id).Append(_bringer);

    private static string Fill(RoutePattern pattern, Func<string, string> value) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => value(parameter.Name),
            _ => throw new InvalidOperationException(pattern.RawText),
        }))));
}
