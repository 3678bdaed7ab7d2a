using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.FindPartners;

internal sealed class FindPartnersHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<FindPartners, Result<PartnerList>>
{
    public async Task<Result<PartnerList>> Handle(FindPartners request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == @case.Id).Select(n => n.Name).SingleAsync(cancellationToken);
        var desk = actor.Association ?? @case.OwnerId;
        var (facets, found) = await FoundAsync(request.Facets is { } asked ? [asked] : NeedFacets.Ever(NeedFacets.Of(@case.Need, await AroundAsync(@case.Id, cancellationToken))), desk, cancellationToken);
        var wanted = facets.All();
        var cards = await CardsAsync(@case.Id, wanted, [.. found.Hits.Select(h => h.Number)], cancellationToken);
        var relaxed = found.Total == 0 && wanted.Count > 0 ? await RelaxAsync(facets, wanted, desk, cancellationToken) : [];
        return new PartnerList(network ?? @case.Reference, @case.Need, facets, cards, found.Total, facets.InCards(desk).AtMost, relaxed, IntroductionRefusals.Over(@case));
    }

    /// <summary>The first search that finds something; the first of all when none does.</summary>
    private async Task<(Facets Facets, CardHits Found)> FoundAsync(IEnumerable<Facets> searches, AssociationId desk, CancellationToken cancellationToken)
    {
        Facets? first = null;
        foreach (var facets in searches.Where(f => !f.IsEmpty))
        {
            first ??= facets;
            if (await db.SearchCardsAsync(facets.InCards(desk), FindPartners.PageSize, cancellationToken) is { Total: > 0 } found)
            {
                return (facets, found);
            }
        }

        return (first ?? new Facets(), new CardHits([], 0));
    }

    private async Task<IReadOnlyList<string>> AroundAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var firms = await db.Participants.AsNoTracking().Where(p => p.CaseId == caseId && p.Status == ParticipantStatus.Active)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (_, f) => new { f.ReaProvince, Seat = f.Seat == null ? null : f.Seat.Province }).ToListAsync(cancellationToken);
        return [.. firms.Select(f => f.Seat ?? f.ReaProvince).OfType<string>().Where(p => p.Length == 2).Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<FoundCard>> CardsAsync(CaseId caseId, IReadOnlyList<Facet> wanted, List<long> numbers, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var entries = await db.SearchEntries.AsNoTracking().Where(e => numbers.Contains(e.Number) && e.ShownUntil >= today && e.CardKey != null)
            .Select(e => new { e.Number, e.Division, e.Shared, e.CardKey, e.ShownUntil, Asked = db.Introductions.Any(i => i.CaseId == caseId && i.FirmId == e.FirmId && i.NeedId == null) })
            .ToDictionaryAsync(e => e.Number, cancellationToken);
        return [.. numbers.Where(entries.ContainsKey).Select(n => entries[n])
            .Select(e => new FoundCard(e.CardKey!.Value, Card.Of(e.Division!, e.Shared), Why(wanted, e.Shared), e.ShownUntil == DateOnly.MaxValue ? null : e.ShownUntil, e.Asked))];
    }

    private static IReadOnlyList<string> Why(IReadOnlyList<Facet> wanted, string shared)
    {
        var terms = shared.Split(' ');
        return [.. wanted.Select(facet => facet.Kind == "text"
                ? facet with { Value = string.Join(", ", terms.Where(t => FirmTerms.IsWord(t) && facet.Terms.Any(w => t.StartsWith(FirmTerms.Stem(w), StringComparison.Ordinal)))) }
                : facet)
            .Where(facet => facet.Value.Length > 0).Select(SayFacet)];
    }

    private static string SayFacet(Facet facet) => Words.Say($"discovery.facet-{facet.Kind}", FacetNames.Say(facet));

    private async Task<IReadOnlyList<RelaxedSearch>> RelaxAsync(Facets facets, IReadOnlyList<Facet> wanted, AssociationId desk, CancellationToken cancellationToken)
    {
        var wider = facets.Wider().ToList();
        var without = wanted.Count > 1 ? wanted : [];
        var counts = await db.CountAsync([.. wider.Select(w => w.InCards(desk)), .. without.Select(left => Facets.OfCards([.. wanted.Where(f => f != left)], desk))], cancellationToken);
        var circle = wider.Zip(counts, (w, count) => new RelaxedSearch("", w, count) { Within = w.Within }).Where(r => r.Total > 0).Take(1);
        var parts = without.Zip(counts.Skip(wider.Count), (left, count) => new RelaxedSearch(SayFacet(left), facets.Without(left), count)).Where(r => r.Total > 0).OrderByDescending(r => r.Total);
        return [.. circle, .. parts];
    }
}
