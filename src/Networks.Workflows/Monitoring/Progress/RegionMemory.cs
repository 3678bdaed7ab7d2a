using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>All cases of a programme at one moment.</summary>
/// <param name="Networks">In the order of their references.</param>
internal sealed record RegionPicture(IReadOnlyList<RegionNetwork> Networks, long Count, long Versions);

/// <summary>
/// Keeps each programme's picture in memory. Every act raises the version of its case, so number and sum of the versions
/// say whether it still holds; if not, only the cases that changed are read again. Every node has its own.
/// </summary>
internal sealed class RegionMemory
{
    /// <summary>So many changed cases are read with all others rather than one by one.</summary>
    private const int Many = 2000;

    private readonly ConcurrentDictionary<ProgrammeId, Kept> _programmes = new();

    public async Task<RegionPicture> SeeAsync(NetworksDbContext db, ProgrammeId programme, CancellationToken cancellationToken)
    {
        var stamp = await db.Cases.Where(c => c.ProgrammeId == programme).GroupBy(_ => 1)
            .Select(g => new { Count = g.LongCount(), Versions = g.Sum(c => c.Version) }).FirstOrDefaultAsync(cancellationToken);
        var (count, versions) = (stamp?.Count ?? 0, stamp?.Versions ?? 0);
        var kept = _programmes.GetOrAdd(programme, _ => new Kept());
        if (kept.Picture is { } known && (known.Count, known.Versions) == (count, versions))
        {
            return known;
        }

        await kept.Gate.WaitAsync(cancellationToken);
        try
        {
            if (kept.Picture is { } meanwhile && (meanwhile.Count, meanwhile.Versions) == (count, versions))
            {
                return meanwhile;
            }

            var networks = await ReadAsync(db, programme, kept.Picture?.Networks ?? [], cancellationToken);
            return kept.Picture = new RegionPicture(networks, count, versions);
        }
        finally
        {
            kept.Gate.Release();
        }
    }

    /// <summary>The same as before while nothing that it is made from has changed, so that what was counted stays counted.</summary>
    public RegionGround Ground(ProgrammeId programme, string name, DateOnly today, RegionPicture picture, IReadOnlyList<DeskName> desks, VerifiableFacts facts, MonitoringLimits limits)
    {
        var kept = _programmes.GetOrAdd(programme, _ => new Kept());
        if (kept.Ground is { } ground && ReferenceEquals(ground.Picture, picture) && ground.Today == today && ground.Programme == name && ground.Desks.SequenceEqual(desks))
        {
            return ground;
        }

        var stays = picture.Networks.Where(n => n.Course.ClosedOn is null).SelectMany(n => n.Course.Stays(n.Id)).ToList();
        return kept.Ground = new RegionGround(programme, name, today, picture, desks, UsualTimes.Of(stays, facts, limits.FewestStays), limits.SmallCell);
    }

    private static async Task<IReadOnlyList<RegionNetwork>> ReadAsync(NetworksDbContext db, ProgrammeId programme, IReadOnlyList<RegionNetwork> before, CancellationToken cancellationToken)
    {
        var all = db.Cases.AsNoTracking().Where(c => c.ProgrammeId == programme);
        if (before.Count > 0)
        {
            var known = before.ToDictionary(n => n.Id);
            var versions = await all.Select(c => new { c.Id, c.Version }).ToListAsync(cancellationToken);
            var changed = versions.Where(v => known.GetValueOrDefault(v.Id)?.Version != v.Version).Select(v => v.Id).ToList();
            if (changed.Count <= Many)
            {
                foreach (var portion in changed.Chunk(ProgressReading.Portion))
                {
                    foreach (var network in await LoadAsync(db, all.Where(c => portion.Contains(c.Id)), cancellationToken))
                    {
                        known[network.Id] = network;
                    }
                }

                return [.. known.Values.OrderBy(n => n.Reference, StringComparer.Ordinal)];
            }
        }

        return await LoadAsync(db, all, cancellationToken);
    }

    private static async Task<IReadOnlyList<RegionNetwork>> LoadAsync(NetworksDbContext db, IQueryable<Case> cases, CancellationToken cancellationToken)
    {
        var rows = await (
            from c in cases
            join p in db.CaseProgress on c.Id equals p.CaseId into seen
            from p in seen.DefaultIfEmpty()
            select new { c.Id, c.Reference, c.OwnerId, c.Status, c.Version, c.SuspendedAt, c.HistoryLength, Seen = (int?)p!.Seen, p.Moments, p.Firms }).ToListAsync(cancellationToken);
        var behind = await ProgressReading.ReadAsync(db, [.. rows.Where(r => r.Seen != r.HistoryLength).Select(r => r.Id)], cancellationToken);
        var tasks = (await (
            from i in db.WorkItems.AsNoTracking()
            join c in cases on i.CaseId equals c.Id
            where i.Status == WorkItemStatus.Open
            select new { i.CaseId, i.WaitsFor, i.Path, i.DeskId, i.OpenedAt, i.DueOn }).ToListAsync(cancellationToken))
            .ToLookup(t => t.CaseId, t => new RegionTask(t.WaitsFor, t.Path[(t.Path.LastIndexOf('/') + 1)..], t.DeskId, t.OpenedAt, t.DueOn));

        // A case without any row that counts is one that is being opened at this moment.
        return
        [
            .. from r in rows
               let late = behind.TryGetValue(r.Id, out var read) ? read : default
               let moments = late.Moments ?? Moment.Read(r.Moments)
               where moments.Length > 0
               orderby r.Reference
               select new RegionNetwork(r.Id, r.Reference, r.OwnerId, r.Status, r.Version, r.SuspendedAt, moments, late.Firms ?? RegionFirm.Read(r.Firms)) { Tasks = [.. tasks[r.Id]] },
        ];
    }

    private sealed class Kept
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public RegionPicture? Picture { get; set; }

        public RegionGround? Ground { get; set; }
    }
}
