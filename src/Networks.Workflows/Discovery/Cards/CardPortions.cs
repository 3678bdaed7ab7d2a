using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Imports;

namespace Networks.Workflows.Discovery.Cards;

/// <summary>What is to be done to a division, in parts that each stand by themselves.</summary>
/// <param name="Hidden">Numbers of the cards that hold a firm which is to show another one or none.</param>
/// <param name="Written">Terms of the cards that firms are to show who do not yet.</param>
/// <param name="Bare">Numbers of the firms that are to show none.</param>
internal sealed record CardParts(IReadOnlyList<IReadOnlyList<long>> Hidden, IReadOnlyList<IReadOnlyList<string>> Written, IReadOnlyList<IReadOnlyList<long>> Bare);

/// <summary>
/// Brings a large division to what was thought out in many short acts, so that desks need not wait for it. First whole cards
/// are hidden, then whole ones are written: whatever is shown in between is a card with all of its firms, old or new, and a
/// firm that is on its way shows none. A new card is left for the next time when one of its firms has changed meanwhile.
/// </summary>
internal sealed class CardPortions(NetworksDbContext db, DiscoveryLimits limits, TimeProvider clock)
{
    /// <summary>Numbers in one statement.</summary>
    private const int Together = 500;

    /// <summary>Reads alone.</summary>
    public async Task<CardParts> PartsAsync(CardPlan plan, CancellationToken cancellationToken)
    {
        var rows = await db.SearchEntries.AsNoTracking().Where(e => e.Division == plan.Division && (e.ShownUntil != null || e.CardIsStale))
            .Select(e => new { e.Number, e.Shared, e.CardNumber, e.CardIsStale }).ToListAsync(cancellationToken);
        var changed = rows.Select(r => (r.Number, r.CardNumber, Card: plan.Cards.GetValueOrDefault(r.Number, ""), IsSame: !r.CardIsStale && r.Shared == plan.Cards.GetValueOrDefault(r.Number, "") && (r.CardNumber is null) == (r.Shared.Length == 0)))
            .Where(r => !r.IsSame).ToList();
        var firmsOf = rows.Where(r => r.CardNumber is not null).CountBy(r => r.CardNumber!.Value).ToDictionary();
        var hidden = changed.Select(r => r.CardNumber).OfType<long>().ToHashSet();
        var sizes = plan.Cards.Values.CountBy(card => card, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

        // Who shares a card with one that changes is hidden with it, and shown again.
        var written = changed.Select(r => r.Card).Concat(rows.Where(r => r.CardNumber is { } card && hidden.Contains(card)).Select(r => plan.Cards.GetValueOrDefault(r.Number, ""))).ToHashSet(StringComparer.Ordinal);
        written.Remove("");
        return new CardParts(
            Parts(hidden.Order(), card => firmsOf[card]),
            Parts(written.Order(StringComparer.Ordinal), card => sizes[card]),
            Parts(changed.Where(r => r.Card.Length == 0).Select(r => r.Number), _ => 1));
    }

    /// <summary>Shows these cards no more; their firms wait for new ones.</summary>
    public Task<int> HideAsync(IReadOnlyList<long> cards, CancellationToken cancellationToken) =>
        db.SearchEntries.Where(e => e.CardNumber != null && cards.Contains(e.CardNumber.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.CardNumber, (long?)null).SetProperty(e => e.CardIsStale, true), cancellationToken);

    /// <summary>Hides those of these cards that a firm has left and that no longer hide the ones who stay.</summary>
    public async Task HideThinAsync(IReadOnlyCollection<long> cards, CancellationToken cancellationToken)
    {
        var left = await db.SearchEntries.Where(e => e.CardNumber != null && cards.Contains(e.CardNumber.Value))
            .GroupBy(e => new { e.CardNumber, e.HeldBy }).Select(same => new { same.Key.CardNumber, Firms = same.Count() }).ToListAsync(cancellationToken);
        List<long> thin = [.. left.GroupBy(l => l.CardNumber!.Value).Where(card => !CardMaker.AreHidden(card.Select(l => l.Firms), limits.AnonymityK)).Select(card => card.Key)];
        if (thin.Count > 0)
        {
            await HideAsync(thin, cancellationToken);
        }
    }

    /// <summary>Writes these cards, each to all of its firms or to none.</summary>
    /// <returns>Firms that show it now.</returns>
    public async Task<int> WriteAsync(CardPlan plan, IReadOnlyList<string> cards, CancellationToken cancellationToken)
    {
        var wanted = cards.ToHashSet(StringComparer.Ordinal);
        var rows = new List<SearchEntry>();
        foreach (var part in plan.Cards.Where(firm => wanted.Contains(firm.Value)).Select(firm => firm.Key).Chunk(Together))
        {
            rows.AddRange(await db.SearchEntries.AsNoTracking().Where(e => part.Contains(e.Number)).ToListAsync(cancellationToken));
        }

        var numbers = await NumbersAsync(plan.Division, cards, cancellationToken);
        var found = rows.ToLookup(r => plan.Cards[r.Number], StringComparer.Ordinal);
        List<string> standing = [.. cards.Where(card => found[card].All(row => plan.Knows(row) && (row.CardNumber is null || row.CardNumber == numbers[card])))];
        await UpdateAsync(standing.SelectMany(card => found[card].Select(row => new object?[]
        {
            card,
            row.Shared == card && row.CardKey is { } key ? key : Guid.CreateVersion7(clock.GetUtcNow()),
            numbers[card],
            false,
            row.Number,
        })), cancellationToken);
        return standing.Sum(card => found[card].Count());
    }

    /// <summary>Firms that are to show none, and that show none already, wait no longer.</summary>
    public async Task<int> BareAsync(CardPlan plan, IReadOnlyList<long> firms, CancellationToken cancellationToken)
    {
        var rows = await db.SearchEntries.AsNoTracking().Where(e => firms.Contains(e.Number) && e.CardNumber == null && e.Division == plan.Division).ToListAsync(cancellationToken);
        List<SearchEntry> standing = [.. rows.Where(row => row.ShownUntil is null || plan.Knows(row))];
        await UpdateAsync(standing.Select(row => new object?[] { "", null, null, false, row.Number }), cancellationToken);
        return standing.Count;
    }

    /// <summary>Takes away the cards that nobody shows.</summary>
    public Task<int> DropAsync(string division, CancellationToken cancellationToken) =>
        db.SearchCards.Where(c => c.Division == division && !db.SearchEntries.Any(e => e.CardNumber == c.Number)).ExecuteDeleteAsync(cancellationToken);

    private Task UpdateAsync(IEnumerable<object?[]> rows, CancellationToken cancellationToken) => BulkRows.UpdateAsync<SearchEntry>(
        db,
        nameof(SearchEntry.Number),
        [nameof(SearchEntry.Shared), nameof(SearchEntry.CardKey), nameof(SearchEntry.CardNumber), nameof(SearchEntry.CardIsStale)],
        rows,
        cancellationToken);

    private async Task<Dictionary<string, long>> NumbersAsync(string division, IReadOnlyList<string> cards, CancellationToken cancellationToken)
    {
        var known = await KnownAsync();
        List<SearchCard> missing = [.. cards.Where(card => !known.ContainsKey(card)).Select(card => new SearchCard(division, card))];
        if (missing.Count == 0)
        {
            return known;
        }

        await BulkRows.InsertAsync(db, missing, null, cancellationToken);
        return await KnownAsync();

        async Task<Dictionary<string, long>> KnownAsync()
        {
            var found = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var part in cards.Chunk(Together))
            {
                var same = await db.SearchCards.AsNoTracking().Where(c => c.Division == division && part.Contains(c.Terms)).Select(c => new { c.Terms, c.Number }).ToListAsync(cancellationToken);
                same.ForEach(card => found[card.Terms] = Math.Min(card.Number, found.GetValueOrDefault(card.Terms, long.MaxValue)));
            }

            return found;
        }
    }

    // As many together as make a portion; one alone that is larger is a portion by itself.
    private List<IReadOnlyList<T>> Parts<T>(IEnumerable<T> all, Func<T, int> firms)
    {
        var parts = new List<IReadOnlyList<T>>();
        var part = new List<T>();
        var size = 0;
        foreach (var one in all)
        {
            if (part.Count > 0 && size + firms(one) > limits.CardsTogether)
            {
                parts.Add(part);
                (part, size) = ([], 0);
            }

            part.Add(one);
            size += firms(one);
        }

        return part.Count > 0 ? [.. parts, part] : parts;
    }
}
