using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>Reads cases as the lead counts them: from the shortcut where it is up to the history, else from the history.</summary>
internal static class RegionLoad
{
    /// <returns>In the order of their references.</returns>
    public static async Task<RegionNetwork[]> ReadAsync(NetworksDbContext db, IQueryable<Case> cases, CancellationToken cancellationToken)
    {
        var (known, late) = await ReadShortcutsAsync(db, cases, cancellationToken);
        var tasks = await ReadTasksAsync(db, cases, cancellationToken);
        var behind = await ProgressReading.ReadAsync(db, [.. late.Select(r => r.Id)], cancellationToken);

        // A case without any row that counts is one that is being opened at this moment.
        var networks = late.Where(r => behind[r.Id].Moments.Length > 0).Select(r => r.Network(behind[r.Id].Moments, behind[r.Id].Firms))
            .Concat(known).ToArray();
        foreach (var network in networks)
        {
            network.Tasks = tasks.TryGetValue(network.Id, out var open) ? open : [];
        }

        return InOrder(networks);
    }

    /// <summary>Of their references; they mostly are.</summary>
    public static RegionNetwork[] InOrder(RegionNetwork[] networks)
    {
        for (var i = 1; i < networks.Length; i++)
        {
            if (string.CompareOrdinal(networks[i - 1].Reference, networks[i].Reference) > 0)
            {
                Array.Sort(networks, static (a, b) => string.CompareOrdinal(a.Reference, b.Reference));
                break;
            }
        }

        return networks;
    }

    private static async Task<(List<RegionNetwork> Known, List<Row> Late)> ReadShortcutsAsync(NetworksDbContext db, IQueryable<Case> cases, CancellationToken cancellationToken)
    {
        var query =
            from c in cases
            join p in db.CaseProgress on c.Id equals p.CaseId into seen
            from p in seen.DefaultIfEmpty()
            select new { c.Id, c.Reference, c.OwnerId, c.Version, c.SuspendedAt, c.HistoryLength, Seen = (int?)p!.Seen, p.Moments, p.Firms };
        var (known, late) = (new List<RegionNetwork>(), new List<Row>());
        await LeanReading.EachAsync(db, query, Take, cancellationToken);
        return (known, late);

        void Take(DbDataReader reader)
        {
            var row = new Row(new CaseId(reader.GetGuid(0)), reader.GetString(1), new AssociationId(reader.GetGuid(2)), reader.GetInt64(3), reader.IsDBNull(4) ? null : new DateTimeOffset(reader.GetDateTime(4).Ticks, TimeSpan.Zero));
            if (reader.IsDBNull(6) || reader.GetInt32(6) != reader.GetInt32(5))
            {
                late.Add(row);
            }
            else if (Moment.Read(reader.GetString(7)) is { Length: > 0 } moments)
            {
                known.Add(row.Network(moments, RegionFirm.Read(reader.GetString(8))));
            }
        }
    }

    private static async Task<Dictionary<CaseId, List<RegionTask>>> ReadTasksAsync(NetworksDbContext db, IQueryable<Case> cases, CancellationToken cancellationToken)
    {
        var open = await (
            from i in db.WorkItems.AsNoTracking()
            join c in cases on i.CaseId equals c.Id
            where i.Status == WorkItemStatus.Open
            select new { i.CaseId, i.WaitsFor, i.Path, i.DeskId, i.OpenedAt, i.DueOn, i.SubjectId }).ToListAsync(cancellationToken);
        var tasks = new Dictionary<CaseId, List<RegionTask>>();
        foreach (var task in open)
        {
            (tasks.TryGetValue(task.CaseId, out var all) ? all : tasks[task.CaseId] = [])
                .Add(new RegionTask(task.WaitsFor, task.Path[(task.Path.LastIndexOf('/') + 1)..], task.DeskId, task.OpenedAt, task.DueOn, task.SubjectId));
        }

        return tasks;
    }

    private readonly record struct Row(CaseId Id, string Reference, AssociationId Owner, long Version, DateTimeOffset? SuspendedAt)
    {
        public RegionNetwork Network(Moment[] moments, RegionFirm[] firms) => new(Id, Reference, Owner, Version, SuspendedAt, moments, firms);
    }
}
