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
    private readonly DivisionCards _cards;
    private readonly CardPortions _portions;
    private readonly HashSet<FirmId> _changed = [];
    private readonly HashSet<long> _left = [];

    public CardKeeping(NetworksDbContext db, BusinessCalendar calendar, DiscoveryLimits limits, DivisionCards cards, CardPortions portions)
    {
        (_db, _calendar, _limits, _cards, _portions) = (db, calendar, limits, cards, portions);

        // Handlers may save on the way: what they changed is seen at each save.
        db.SavingChanges += (_, _) => Note();
    }

    public bool Waits => _changed.Count > 0;

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

        // Cards of a large division are made anew by the job: until then those who stay must not stand out.
        await _portions.HideThinAsync(_left, cancellationToken);
        _left.Clear();
        foreach (var division in divisions)
        {
            if (await _db.SearchEntries.Where(e => e.Division == division && e.ShownUntil != null).Take(_limits.CardsAtOnce + 1).CountAsync(cancellationToken) <= _limits.CardsAtOnce)
            {
                await MakeAsync(division, null, cancellationToken);
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
                _left.UnionWith(entry.CardNumber is { } left ? [left] : []);
                (entry.Shared, entry.CardKey, entry.CardNumber) = ("", null, null);
                entry.CardIsStale = before.ShownUntil is not null || entry.ShownUntil is not null;
                divisions.UnionWith(new[] { before.ShownUntil is null ? null : before.Division, entry.ShownUntil is null ? null : entry.Division }.OfType<string>());
            }
        }

        return divisions;
    }

    /// <summary>Makes the cards of a division anew.</summary>
    /// <param name="plan">What was thought out before the act; null, or one that holds no more, to think it out within it.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> MakeAsync(string division, CardPlan? plan, CancellationToken cancellationToken) =>
        await _cards.WriteAsync(plan is not null && await _cards.StandsAsync(plan, cancellationToken) ? plan : await _cards.PlanAsync(division, cancellationToken), cancellationToken);

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
