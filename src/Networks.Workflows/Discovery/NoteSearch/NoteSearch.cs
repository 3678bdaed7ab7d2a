using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;

namespace Networks.Workflows.Discovery.NoteSearch;

/// <summary>
/// Keeps what a desk looks for among the cards of others. Refused: more searches, or more that only ask for more than an
/// earlier one, than the limits of a day allow.
/// </summary>
[Access(Right.CaseManage)]
public sealed record NoteSearch(CaseId CaseId, Facets Facets) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId => Guid.Empty;
}

internal sealed class NoteSearchHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, DiscoveryLimits limits, TimeProvider clock) : IRequestHandler<NoteSearch, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteSearch request, CancellationToken cancellationToken)
    {
        var desk = actor.Association ?? default;
        var today = calendar.Today();
        var terms = request.Facets.All().SelectMany(f => f.Terms).Distinct().Order(StringComparer.Ordinal).ToList();
        var before = await db.CardSearches.AsNoTracking().Where(s => s.Desk == desk && s.On == today).Select(s => new { s.Terms, s.Narrows }).ToListAsync(cancellationToken);
        var text = string.Join(' ', terms);
        var narrows = before.Exists(s => s.Terms.Length > 0 && s.Terms != text && Narrows(s.Terms.Split(' '), terms));
        if (before.Count >= limits.SearchesPerDay || (narrows && before.Count(s => s.Narrows) >= limits.NarrowingsPerDay))
        {
            return new Refusal(RefusalKind.Conflict, "discovery.too-many-searches");
        }

        db.Add(new CardSearch(Ids.New(clock), desk, actor.Officer, today, text[..Math.Min(text.Length, SearchEntry.TermsLimit)], narrows));
        return Done.It;
    }

    // Every other part must be there; of provinces any will do, so that fewer of them ask for more.
    private static bool Narrows(IReadOnlyList<string> before, List<string> now)
    {
        var (places, placesNow) = (before.Where(FirmTerms.IsProvince).ToList(), now.Where(FirmTerms.IsProvince).ToList());
        return before.Except(places).All(now.Contains) && (places.Count == 0 || (placesNow.Count > 0 && placesNow.TrueForAll(places.Contains)));
    }
}
