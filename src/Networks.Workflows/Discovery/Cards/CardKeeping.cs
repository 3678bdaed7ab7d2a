using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Cards;

/// <summary>
/// Keeps what is searched in step with what is known: after every act that changed a firm, its profile or what it allows,
/// its terms are made anew and its old card is gone with the act.
/// </summary>
internal sealed class CardKeeping : IConsequence
{
    private readonly NetworksDbContext _db;
    private readonly BusinessCalendar _calendar;
    private readonly DiscoveryLimits _limits;
    private readonly TimeProvider _clock;
    private readonly HashSet<FirmId> _changed = [];

    public CardKeeping(NetworksDbContext db, BusinessCalendar calendar, DiscoveryLimits limits, TimeProvider clock)
    {
        (_db, _calendar, _limits, _clock) = (db, calendar, limits, clock);

        // Handlers may save on the way: what they changed is seen at each save.
        db.SavingChanges += (_, _) => Note();
    }

    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        if (_changed.Count == 0)
        {
            return false;
        }

        List<FirmId> ids = [.. _changed];
        _changed.Clear();
        var divisions = await IndexAsync(ids, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        foreach (var division in divisions)
        {
            if (await _db.SearchEntries.Where(e => e.Division == division && e.ShownUntil != null).Take(_limits.CardsAtOnce + 1).CountAsync(cancellationToken) <= _limits.CardsAtOnce)
            {
                await MakeAsync(division, cancellationToken);
            }
        }

        return true;
    }

    /// <summary>Writes the terms of firms; their cards are to be made.</summary>
    /// <returns>The divisions whose cards are out of date by it.</returns>
    public async Task<IReadOnlyCollection<string>> IndexAsync(IReadOnlyList<FirmId> ids, CancellationToken cancellationToken)
    {
        var today = _calendar.Today();
        var firms = await _db.Firms.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken);
        var profiles = await _db.FirmProfiles.AsNoTracking().Where(p => ids.Contains(p.FirmId)).ToDictionaryAsync(p => p.FirmId, cancellationToken);
        var entries = await _db.SearchEntries.Where(e => ids.Contains(e.FirmId)).ToDictionaryAsync(e => e.FirmId, cancellationToken);
        var divisions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var firm in firms)
        {
            if (!entries.TryGetValue(firm.Id, out var entry))
            {
                entry = new SearchEntry(firm.Id, firm.HeldBy);
                _db.Add(entry);
            }

            var before = (entry.Own, entry.ShownUntil, entry.Division);
            Fill(entry, firm, profiles.GetValueOrDefault(firm.Id) ?? new FirmProfile(firm.Id), today);
            if (before != (entry.Own, entry.ShownUntil, entry.Division))
            {
                (entry.Shared, entry.CardKey) = ("", null);
                entry.CardIsStale = before.ShownUntil is not null || entry.ShownUntil is not null;
                divisions.UnionWith(new[] { before.ShownUntil is null ? null : before.Division, entry.ShownUntil is null ? null : entry.Division }.OfType<string>());
            }
        }

        return divisions;
    }

    /// <summary>Makes the cards of a division anew; those that stay the same keep their key.</summary>
    /// <returns>How many changed.</returns>
    public async Task<int> MakeAsync(string division, CancellationToken cancellationToken)
    {
        var today = _calendar.Today();
        var rows = await _db.SearchEntries.AsNoTracking().Where(e => e.Division == division && (e.ShownUntil != null || e.CardIsStale))
            .Select(e => new { e.Number, e.HeldBy, e.Own, e.Shared, e.ShownUntil, e.CardIsStale }).ToListAsync(cancellationToken);
        var shown = rows.Where(r => r.ShownUntil >= today).OrderBy(r => r.Number)
            .Select(r => new UncardedFirm(r.Number, r.HeldBy.Value, [.. r.Own.Split(' ').Where(FirmTerms.IsShareable)])).ToList();
        var cards = CardMaker.Make(shown, _limits.AnonymityK);
        var changed = rows.Where(r => r.CardIsStale || r.Shared != cards.GetValueOrDefault(r.Number, "")).Select(r => r.Number).ToList();
        foreach (var part in changed.Chunk(500))
        {
            foreach (var entry in await _db.SearchEntries.Where(e => part.Contains(e.Number)).ToListAsync(cancellationToken))
            {
                var card = cards.GetValueOrDefault(entry.Number, "");
                entry.CardKey = card.Length == 0 ? null : entry.Shared == card ? entry.CardKey : Guid.CreateVersion7(_clock.GetUtcNow());
                entry.Shared = card;
                entry.CardIsStale = false;
            }

            await _db.SaveChangesAsync(cancellationToken);
        }

        return changed.Count;
    }

    public static void Fill(SearchEntry entry, Firm firm, FirmProfile profile, DateOnly today)
    {
        entry.Own = FirmTerms.Own(firm, profile);
        entry.Division = FirmTerms.DivisionOf(profile);
        entry.ShownUntil = entry.Division is null ? null : ShownUntil(firm, profile, today);
    }

    private static DateOnly? ShownUntil(Firm firm, FirmProfile profile, DateOnly today)
    {
        var allowed = firm.Consents.Where(c => c.Purpose == ConsentPurpose.ShowAnonymously && c.CoversDay(today)).ToList();
        var until = allowed.Count == 0 ? (DateOnly?)null : allowed.Max(c => c.Until ?? DateOnly.MaxValue);
        return until is null ? null : profile.AvailableUntil < until ? profile.AvailableUntil : until;
    }

    private void Note()
    {
        foreach (var entry in _db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            switch (entry.Entity)
            {
                case Firm firm:
                    _changed.Add(firm.Id);
                    break;
                case FirmProfile profile:
                    _changed.Add(profile.FirmId);
                    break;
                case Consent or LegalRepresentative:
                    _changed.Add((FirmId)entry.Property("FirmId").CurrentValue!);
                    break;
            }
        }
    }
}
