using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Common;
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
        if (kept.Ground is { } ground && ReferenceEquals(ground.Picture, picture) && ground.Today == today && ground.Programme == name && ground.SmallCell == limits.SmallCell && ground.Desks.SequenceEqual(desks))
        {
            return ground;
        }

        // Stays of networks that were given up are not usual.
        var stays = picture.Networks.Where(n => !n.Course.IsGivenUp).SelectMany(n => n.Course.Stays());
        return kept.Ground = new RegionGround(programme, name, today, picture, desks, UsualTimes.Of(stays, facts, limits.FewestStays), limits.SmallCell);
    }

    private static async Task<IReadOnlyList<RegionNetwork>> ReadAsync(NetworksDbContext db, ProgrammeId programme, IReadOnlyList<RegionNetwork> before, CancellationToken cancellationToken)
    {
        var all = db.Cases.AsNoTracking().Where(c => c.ProgrammeId == programme);
        if (before.Count > 0)
        {
            var known = before.ToDictionary(n => n.Id);
            var changed = await ChangedAsync(db, all, known, cancellationToken);
            if (changed.Count <= Many)
            {
                foreach (var portion in changed.Chunk(ProgressReading.Portion))
                {
                    foreach (var network in await RegionLoad.ReadAsync(db, all.Where(c => portion.Contains(c.Id)), cancellationToken))
                    {
                        known[network.Id] = network;
                    }
                }

                return RegionLoad.InOrder([.. known.Values]);
            }
        }

        return await RegionLoad.ReadAsync(db, all, cancellationToken);
    }

    private static async Task<List<CaseId>> ChangedAsync(NetworksDbContext db, IQueryable<Case> all, Dictionary<CaseId, RegionNetwork> known, CancellationToken cancellationToken)
    {
        var changed = new List<CaseId>();
        await LeanReading.EachAsync(db, all.Select(c => new { c.Id, c.Version }), reader =>
        {
            var id = new CaseId(reader.GetGuid(0));
            if (!known.TryGetValue(id, out var before) || before.Version != reader.GetInt64(1))
            {
                changed.Add(id);
            }
        }, cancellationToken);
        return changed;
    }

    private sealed class Kept
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public RegionPicture? Picture { get; set; }

        public RegionGround? Ground { get; set; }
    }
}
