using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Imports;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Cards;

/// <summary>What the firms of a division are to show.</summary>
/// <param name="SeenAs">Changes whenever a firm of the division changes, comes or goes.</param>
/// <param name="Cards">Terms of each card by the number of the firm.</param>
/// <param name="Firms">What each firm that may be shown was seen as.</param>
internal sealed record CardPlan(string Division, int SeenAs, IReadOnlyDictionary<long, string> Cards, IReadOnlyDictionary<long, int> Firms)
{
    /// <summary>Whether a firm is still as it was when the cards were thought out.</summary>
    public bool Knows(SearchEntry entry) => entry.Division == Division && Firms.TryGetValue(entry.Number, out var seen) && seen == SeenFirm(entry.Own, entry.ShownUntil);

    internal static int SeenFirm(string own, DateOnly? shownUntil) => HashCode.Combine(own, shownUntil);
}

/// <summary>
/// The cards of one division. They are thought out by reading alone, since that takes seconds for a hundred thousand firms,
/// and written together, since half of them new and half of them old would part firms that no card parts.
/// </summary>
internal sealed class DivisionCards(NetworksDbContext db, BusinessCalendar calendar, DiscoveryLimits limits, TimeProvider clock)
{
    /// <summary>Numbers in one statement.</summary>
    private const int Together = 500;

    public async Task<CardPlan> PlanAsync(string division, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var shown = new List<UncardedFirm>();
        var pool = new HashSet<string>(StringComparer.Ordinal);
        var seenAs = new HashCode();
        var firms = new Dictionary<long, int>();
        await foreach (var row in Rows(division).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            AddTo(ref seenAs, row);
            firms[row.Number] = CardPlan.SeenFirm(row.Own, row.ShownUntil);
            if (row.ShownUntil >= today)
            {
                shown.Add(new UncardedFirm(row.Number, row.HeldBy.Value, TermsOf(row.Own, pool)));
            }
        }

        return new CardPlan(division, seenAs.ToHashCode(), CardMaker.Make(shown, limits.AnonymityK), firms);
    }

    /// <summary>Whether the division is still as it was when the cards were thought out.</summary>
    public async Task<bool> StandsAsync(CardPlan plan, CancellationToken cancellationToken)
    {
        var seenAs = new HashCode();
        await foreach (var row in Rows(plan.Division).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            AddTo(ref seenAs, row);
        }

        return seenAs.ToHashCode() == plan.SeenAs;
    }

    /// <summary>Writes the cards; those that stay the same keep their key.</summary>
    /// <returns>How many firms show another one than before.</returns>
    public async Task<int> WriteAsync(CardPlan plan, CancellationToken cancellationToken)
    {
        var division = plan.Division;
        var rows = await db.SearchEntries.AsNoTracking().Where(e => e.Division == division && (e.ShownUntil != null || e.CardIsStale))
            .Select(e => new { e.Number, e.Shared, e.CardKey, e.CardNumber, e.CardIsStale }).ToListAsync(cancellationToken);
        var numbers = await NumbersAsync(plan, cancellationToken);
        var changed = rows.Select(row => (Row: row, Card: plan.Cards.GetValueOrDefault(row.Number, "")))
            .Where(r => r.Row.CardIsStale || r.Row.Shared != r.Card || (r.Card.Length > 0 && r.Row.CardNumber != numbers[r.Card])).ToList();
        await BulkRows.UpdateAsync<SearchEntry>(
            db,
            nameof(SearchEntry.Number),
            [nameof(SearchEntry.Shared), nameof(SearchEntry.CardKey), nameof(SearchEntry.CardNumber), nameof(SearchEntry.CardIsStale)],
            changed.Select(r => new object?[]
            {
                r.Card,
                r.Card.Length == 0 ? null : r.Row.Shared == r.Card ? r.Row.CardKey : Guid.CreateVersion7(clock.GetUtcNow()),
                r.Card.Length == 0 ? null : numbers[r.Card],
                false,
                r.Row.Number,
            }),
            cancellationToken);
        return changed.Count;
    }

    private IQueryable<DivisionRow> Rows(string division) => db.SearchEntries.AsNoTracking().Where(e => e.Division == division && e.ShownUntil != null)
        .OrderBy(e => e.Number).Select(e => new DivisionRow(e.Number, e.HeldBy, e.Own, e.ShownUntil));

    private static void AddTo(ref HashCode seenAs, DivisionRow row)
    {
        seenAs.Add(row.Number);
        seenAs.Add(row.Own, StringComparer.Ordinal);
        seenAs.Add(row.ShownUntil);
    }

    // A hundred thousand firms have few terms, each of which is kept once.
    private static List<string> TermsOf(string own, HashSet<string> pool)
    {
        var known = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        var terms = new List<string>();
        foreach (var range in own.AsSpan().Split(' '))
        {
            var span = own.AsSpan(range);
            if (!FirmTerms.IsShareable(span))
            {
                continue;
            }

            if (!known.TryGetValue(span, out var term))
            {
                term = span.ToString();
                pool.Add(term);
            }

            terms.Add(term);
        }

        return terms;
    }

    /// <summary>Number of each card of the plan; cards that nobody shows any more go.</summary>
    private async Task<Dictionary<string, long>> NumbersAsync(CardPlan plan, CancellationToken cancellationToken)
    {
        var wanted = plan.Cards.Values.ToHashSet(StringComparer.Ordinal);
        var known = await KnownAsync(plan.Division, cancellationToken);
        foreach (var part in known.Where(card => !wanted.Contains(card.Terms)).Select(card => card.Number).Chunk(Together))
        {
            await db.SearchCards.Where(c => part.Contains(c.Number)).ExecuteDeleteAsync(cancellationToken);
        }

        known.ForEach(card => wanted.Remove(card.Terms));
        if (wanted.Count > 0)
        {
            await BulkRows.InsertAsync(db, [.. wanted.Order(StringComparer.Ordinal).Select(terms => new SearchCard(plan.Division, terms))], null, cancellationToken);
            known = await KnownAsync(plan.Division, cancellationToken);
        }

        return known.GroupBy(card => card.Terms, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Min(card => card.Number), StringComparer.Ordinal);
    }

    private Task<List<SearchCard>> KnownAsync(string division, CancellationToken cancellationToken) =>
        db.SearchCards.AsNoTracking().Where(c => c.Division == division).ToListAsync(cancellationToken);

    private sealed record DivisionRow(long Number, AssociationId HeldBy, string Own, DateOnly? ShownUntil);
}
