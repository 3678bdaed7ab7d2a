using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Monitoring;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.Indicators;

/// <summary>
/// Freezes each month of each programme when it is over and some days have passed in which desks may still write down what
/// happened in it; then looks whether what was learnt since changes a frozen number, and says so in a restatement.
/// </summary>
public sealed class MonthSweep(IServiceScopeFactory scopes, WriteGate gate, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>A month is frozen on this day of the next one, or as soon after as the service runs.</summary>
    public const int FreezeDay = 5;

    /// <summary>What was recorded within this time may still be on its way into the database: it is left for the next look.</summary>
    private static readonly TimeSpan _settled = TimeSpan.FromMinutes(1);

    // By the hour, so that what was left is looked at.
    private readonly Dictionary<ProgrammeId, (long Count, long Versions, long Hour)> _looked = [];

    /// <returns>Months frozen and restatements written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var memory = scope.ServiceProvider.GetRequiredService<RegionMemory>();
        foreach (var programme in await db.Programmes.Where(p => db.Cases.Any(c => c.ProgrammeId == p.Id)).Select(p => p.Id).ToListAsync(cancellationToken))
        {
            var picture = await memory.SeeAsync(db, programme, cancellationToken);
            var instant = clock.GetUtcNow() - _settled;
            var look = (picture.Count, picture.Versions, instant.Ticks / TimeSpan.TicksPerHour);
            if (_looked.GetValueOrDefault(programme) == look)
            {
                continue;
            }

            using var turn = await gate.EnterAsync(cancellationToken);
            if (turn is null)
            {
                return done;
            }

            var before = await db.FrozenMonths.AsNoTracking().Where(m => m.ProgrammeId == programme).OrderBy(m => m.Month).ToListAsync(cancellationToken);
            done += await RestateAsync(db, programme, picture.Networks, before, instant, cancellationToken);
            done += Freeze(db, programme, picture.Networks, before, instant);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            _looked[programme] = look;
        }

        return done;
    }

    private int Freeze(NetworksDbContext db, ProgrammeId programme, IReadOnlyList<RegionNetwork> networks, List<FrozenMonth> before, DateTimeOffset instant)
    {
        if (networks.Count == 0)
        {
            return 0;
        }

        var known = IndicatorCount.KnownAt(networks, instant);
        var (last, done) = (before.LastOrDefault(), 0);
        var month = last?.Month.AddMonths(1)
            ?? CycleCharts.MonthOf(BusinessCalendar.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(networks.Min(n => n.Moments[0].KnownAt))));
        for (; month.AddMonths(1).AddDays(FreezeDay - 1) <= calendar.Today(); month = month.AddMonths(1))
        {
            var numbers = IndicatorCount.Of(known, month).Select(c => new FrozenNumber(c.Indicator.Word, c.Value, c.Evidence)).ToList();
            last = new FrozenMonth(programme, month, instant, Indicator.Definitions, numbers, last?.Hash);
            db.Add(last);
            done++;
        }

        return done;
    }

    private static async Task<int> RestateAsync(NetworksDbContext db, ProgrammeId programme, IReadOnlyList<RegionNetwork> networks, List<FrozenMonth> frozen, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var known = IndicatorCount.KnownAt(networks, instant);
        var earlier = (await db.Restatements.AsNoTracking().Where(r => r.ProgrammeId == programme).ToListAsync(cancellationToken)).ToLookup(r => (r.Month, r.Indicator));
        var done = 0;
        foreach (var month in frozen)
        {
            foreach (var now in IndicatorCount.Of(known, month.Month))
            {
                var number = month.Numbers.FirstOrDefault(n => n.Indicator == now.Indicator.Word);
                var latest = earlier[(month.Month, now.Indicator.Word)].MaxBy(r => r.FoundAt);
                var value = latest is null ? number?.Value : latest.Now;
                if (number is null || value == now.Value)
                {
                    continue;
                }

                var since = latest?.FoundAt ?? month.FrozenAt;
                var was = IndicatorCount.Of(now.Indicator, IndicatorCount.KnownAt(networks, since), month.Month);
                var added = now.Days.Where(d => !was.Days.TryGetValue(d.Key, out var days) || days != d.Value).Select(d => d.Key).Order(StringComparer.Ordinal).ToList();
                var removed = was.Days.Keys.Where(r => !now.Days.ContainsKey(r)).Order(StringComparer.Ordinal).ToList();
                db.Add(new Restatement(IdOf(programme, month.Month, now.Indicator.Word, earlier[(month.Month, now.Indicator.Word)].Count()), programme, month.Month, now.Indicator.Word, value, now.Value, instant)
                {
                    Added = string.Join(',', added),
                    Removed = string.Join(',', removed),
                    Evidence = now.Evidence,
                    By = await ByAsync(db, [.. networks.Where(n => added.Contains(n.Reference) || removed.Contains(n.Reference)).Select(n => n.Id)], since, cancellationToken),
                });
                done++;
            }
        }

        return done;
    }

    // Whoever wrote the last row that counts.
    private static async Task<AssociationId?> ByAsync(NetworksDbContext db, List<CaseId> cases, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var few = cases.Take(ProgressReading.Portion).ToList();
        return await db.CaseEvents.AsNoTracking()
            .Where(e => few.Contains(e.CaseId) && e.RecordedAt > since && e.AssociationId != null && HistoryMoments.Names.Contains(e.Name))
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Number).Select(e => e.AssociationId).FirstOrDefaultAsync(cancellationToken);
    }

    // The same on every node: of two that find the same thing at once, one is refused by the key.
    private static Guid IdOf(ProgrammeId programme, DateOnly month, string indicator, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{programme.Value:N}|{month:O}|{indicator}|{number}")).AsSpan(0, 16));
}
