using Microsoft.EntityFrameworkCore;
using Networks.Data.Discovery;

namespace Networks.Data;

/// <summary>The search for firms, which each database does in its own way.</summary>
public abstract partial class NetworksDbContext
{
    /// <summary>Firms that fit, best first, by the full-text search of this database.</summary>
    public async Task<List<SearchHit>> SearchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var ranked = SearchRank.Order(await MatchAsync(terms, cancellationToken), terms.Any);
        if (terms.CardsFor is not { } desk)
        {
            return ranked;
        }

        var hits = new List<SearchHit>();
        foreach (var part in ranked.Chunk(terms.AtMost / 5))
        {
            var numbers = part.Select(h => h.Number).ToList();
            var firms = await SearchEntries.AsNoTracking().Where(e => e.CardNumber != null && numbers.Contains(e.CardNumber.Value) && e.HeldBy != desk).Select(e => new { e.Number, e.CardNumber }).ToListAsync(cancellationToken);
            var byCard = firms.ToLookup(f => f.CardNumber, f => f.Number);
            hits.AddRange(part.SelectMany(card => byCard[card.Number].Order().Select(number => new SearchHit(number, card.Rank))));
            if (hits.Count >= terms.AtMost)
            {
                break;
            }
        }

        return [.. hits.Take(terms.AtMost)];
    }

    /// <summary>How many firms fit each of what is looked for among the cards, each counted to its limit at most.</summary>
    public abstract Task<List<int>> CountAsync(IReadOnlyList<SearchTerms> searches, CancellationToken cancellationToken);

    /// <summary>
    /// Has the database count its rows anew after many were written: PostgreSQL keeps to a plan that it made for an empty
    /// table until it knows better. The others see it by themselves.
    /// </summary>
    public virtual Task CountAnewAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Firms, or cards, that fit, in no order; at most as many as are to be ranked.</summary>
    protected abstract Task<List<SearchMatch>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken);
}
