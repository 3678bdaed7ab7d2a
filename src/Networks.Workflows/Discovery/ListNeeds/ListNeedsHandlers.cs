using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Needs;

namespace Networks.Workflows.Discovery.ListNeeds;

internal sealed class ListNeedsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListNeeds, Result<IReadOnlyList<NeedRow>>>
{
    public async Task<Result<IReadOnlyList<NeedRow>>> Handle(ListNeeds request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var found = await NeedSource.Of(db, actor).OrderByDescending(s => s.Need.SentOn).ThenByDescending(s => s.Need.Id).Take(ListNeeds.Most).ToListAsync(cancellationToken);
        return found.Select(s => s.Row(actor, today))
            .OrderByDescending(r => r is { CanAnswer: true, Answered: false }).ThenByDescending(r => r is { Mine: true, Ending: null }).ThenBy(r => r.Ending is not null).ToList();
    }
}

internal sealed class ShowNeedHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowNeed, Result<NeedView>>
{
    private const int _nearest = 12;

    public async Task<Result<NeedView>> Handle(ShowNeed request, CancellationToken cancellationToken)
    {
        var found = await NeedSource.Of(db, actor).FirstOrDefaultAsync(s => s.Need.Id == request.Need, cancellationToken);
        if (found is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var row = found.Row(actor, calendar.Today());
        var search = string.IsNullOrWhiteSpace(request.Search) ? row.Text : request.Search.Trim();
        return new NeedView(row, await AnswersAsync(row, cancellationToken), request.Search?.Trim() ?? "", row.CanAnswer ? await NearestAsync(row, search, cancellationToken) : []);
    }

    private async Task<IReadOnlyList<NeedAnswer>> AnswersAsync(NeedRow row, CancellationToken cancellationToken)
    {
        var replies = await (
            from r in db.NeedReplies.AsNoTracking()
            where r.NeedId == row.Id && (row.Mine || r.DeskId == actor.Association)
            join i in db.Introductions on r.IntroductionId equals i.Id into introductions
            from i in introductions.DefaultIfEmpty()
            join f in db.Firms on i.FirmId equals f.Id into firms
            from f in firms.DefaultIfEmpty()
            orderby r.On, r.Id
            select new { r.On, r.IntroductionId, r.Reason, Status = i == null ? (IntroductionStatus?)null : i.Status, Firm = f == null ? null : f.Name }).ToListAsync(cancellationToken);
        return [.. replies.Select(r => new NeedAnswer(r.On, !row.Mine || r.Status == IntroductionStatus.Introduced ? r.Firm : null, r.IntroductionId, r.Status, r.Reason))];
    }

    private async Task<IReadOnlyList<NeedCandidate>> NearestAsync(NeedRow row, string search, CancellationToken cancellationToken)
    {
        var facets = new Facets { Text = search };
        var hits = facets.IsEmpty ? [] : await db.SearchAsync(facets.InOwn(actor.Association ?? default), cancellationToken);
        var numbers = hits.Take(_nearest).Select(h => h.Number).ToList();
        var entries = await db.SearchEntries.AsNoTracking().Where(e => numbers.Contains(e.Number)).Select(e => new { e.Number, e.FirmId }).ToListAsync(cancellationToken);
        var ids = entries.ConvertAll(e => e.FirmId);
        var firms = await db.Firms.AsNoTracking().Where(f => ids.Contains(f.Id) && f.HeldBy == actor.Association).ToListAsync(cancellationToken);
        var offers = await db.FirmProfiles.AsNoTracking().Where(p => ids.Contains(p.FirmId)).ToDictionaryAsync(p => p.FirmId, p => p.Offers, cancellationToken);
        var asked = await FirmsToAsk.KnownToAsync(db, row.CaseId, ids, cancellationToken);
        var today = calendar.Today();
        var byNumber = entries.ToDictionary(e => e.Number, e => e.FirmId);
        return [.. numbers.Select(n => firms.Find(f => f.Id == byNumber[n])).OfType<Firm>()
            .Select(f => new NeedCandidate(f.Id, f.Name, f.Seat?.Province ?? f.ReaProvince, offers.GetValueOrDefault(f.Id), FirmsToAsk.Obstacle(f, asked, today)))];
    }
}
