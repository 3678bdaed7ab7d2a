using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListFirms;

internal sealed class ListFirmsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListFirms, Result<FirmList>>
{
    public async Task<Result<FirmList>> Handle(ListFirms request, CancellationToken cancellationToken)
    {
        var desk = actor.Association ?? default;
        var skipped = (Math.Max(request.Page, 1) - 1) * request.AtOnce;
        if (request.Facets.IsEmpty || request.Chosen.Count > 0)
        {
            var chosen = request.Chosen;
            var held = chosen.Count > 0 ? db.Firms.Where(f => f.HeldBy == desk && f.ErasedOn == null && chosen.Contains(f.Id)) : db.Firms.Where(f => f.HeldBy == desk && f.ErasedOn == null);
            var total = await held.CountAsync(cancellationToken);
            var ids = await held.OrderBy(f => f.Name).ThenBy(f => f.TaxCode).Skip(skipped).Take(request.AtOnce).Select(f => f.Id).ToListAsync(cancellationToken);
            return new FirmList(await RowsAsync(ids, cancellationToken), total, int.MaxValue);
        }

        var terms = request.Facets.InOwn(desk);
        var hits = await db.SearchAsync(terms, cancellationToken);
        var numbers = hits.Skip(skipped).Take(request.AtOnce).Select(h => h.Number).ToList();
        var found = await db.SearchEntries.Where(e => numbers.Contains(e.Number)).Select(e => new { e.Number, e.FirmId }).ToListAsync(cancellationToken);
        var byNumber = found.ToDictionary(e => e.Number, e => e.FirmId);
        return new FirmList(await RowsAsync([.. numbers.Select(n => byNumber[n])], cancellationToken), hits.Count, terms.AtMost);
    }

    private async Task<IReadOnlyList<FirmListRow>> RowsAsync(List<FirmId> ids, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var rows = await (
            from f in db.Firms.AsNoTracking()
            where ids.Contains(f.Id) && f.ErasedOn == null
            join p in db.FirmProfiles on f.Id equals p.FirmId into profiles
            from p in profiles.DefaultIfEmpty()
            join e in db.SearchEntries on f.Id equals e.FirmId into entries
            from e in entries.DefaultIfEmpty()
            select new FirmListRow(f.Id, f.Name, f.TaxCode, f.ReaProvince, e == null ? null : e.Division, p == null ? null : p.Size, e != null && e.ShownUntil >= today, e != null && e.Shared != "")).ToListAsync(cancellationToken);
        var elsewhere = await KnownNetworkHints.OfAsync(db, [.. rows.Select(r => r.TaxCode)], cancellationToken);
        var byId = rows.ToDictionary(r => r.Id, r => r with { Elsewhere = elsewhere[r.TaxCode].FirstOrDefault() });
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }
}
