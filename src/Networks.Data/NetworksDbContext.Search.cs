using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Discovery;

namespace Networks.Data;

/// <summary>The search for firms, which each database does in its own way.</summary>
public abstract partial class NetworksDbContext
{
    /// <summary>Cards whose firms are read at once: with the fewest firms that a card may have, those of a page.</summary>
    private const int CardsTogether = 6;

    /// <summary>Firms that fit, best first, by the full-text search of this database: what a desk looks for among its own.</summary>
    public async Task<List<SearchHit>> SearchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return SearchRank.Order(await MatchAsync(terms, cancellationToken), terms.Any);
    }

    /// <summary>
    /// Firms whose cards fit, the best first. Only those that are shown are read: a million firms lie far apart, while how
    /// many fit is counted in an index alone.
    /// </summary>
    public async Task<CardHits> SearchCardsAsync(SearchTerms terms, int shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var desk = terms.CardsFor ?? throw new ArgumentException("Cards are searched for a desk.", nameof(terms));
        var ranked = SearchRank.Order(await MatchAsync(terms, cancellationToken), terms.Any);
        var hits = new List<SearchHit>();
        foreach (var part in ranked.Chunk(Math.Max(CardsTogether, shown / CardsTogether)))
        {
            var numbers = part.Select(h => h.Number).ToList();
            var firms = await SearchEntries.AsNoTracking().Where(e => e.CardNumber != null && numbers.Contains(e.CardNumber.Value) && e.HeldBy != desk).Select(e => new { e.Number, e.CardNumber }).ToListAsync(cancellationToken);
            var byCard = firms.ToLookup(f => f.CardNumber, f => f.Number);
            hits.AddRange(part.SelectMany(card => byCard[card.Number].Order().Select(number => new SearchHit(number, card.Rank))));
            if (hits.Count >= shown)
            {
                break;
            }
        }

        if (hits.Count < shown)
        {
            return new CardHits(hits, hits.Count);
        }

        var cards = ranked.ConvertAll(h => h.Number);
        var total = await SearchEntries.Where(e => e.CardNumber != null && cards.Contains(e.CardNumber.Value) && e.HeldBy != desk).Take(terms.AtMost).CountAsync(cancellationToken);
        return new CardHits([.. hits.Take(shown)], total);
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

    /// <summary>Counts in one go, since each way to the database and back costs more than most counts.</summary>
    /// <param name="one">The count of one search, with the places of its query, its desk and its limit.</param>
    /// <param name="query">In the language of the database.</param>
    private protected async Task<List<int>> CountTogetherAsync(IReadOnlyList<SearchTerms> searches, CompositeFormat one, Func<SearchTerms, string> query, CancellationToken cancellationToken)
    {
        const int values = 3;
        if (searches.Count == 0)
        {
            return [];
        }

        var parts = searches.Select((_, i) => $"SELECT {i} AS \"Part\", ({string.Format(CultureInfo.InvariantCulture, one, Place(i, 0), Place(i, 1), Place(i, 2))}) AS \"Value\"");
        var sql = $"SELECT \"Value\" FROM ({string.Join(" UNION ALL ", parts)}) AS counts ORDER BY \"Part\"";
        return await Database.SqlQueryRaw<int>(sql, [.. searches.SelectMany(terms => new object[] { query(terms), terms.CardsFor!.Value.Value, terms.AtMost })]).ToListAsync(cancellationToken);

        static string Place(int search, int value) => $"{{{(search * values) + value}}}";
    }
}

/// <param name="Hits">The best, as many as were to be shown.</param>
/// <param name="Total">All that fit, to the limit of the search.</param>
public sealed record CardHits(IReadOnlyList<SearchHit> Hits, int Total);
