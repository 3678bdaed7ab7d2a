using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;

namespace Networks.Workflows.Monitoring.ShowForecast;

internal sealed class ShowForecastHandler(NetworksDbContext db, RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<ShowForecast, Result<ForecastView>>
{
    /// <summary>Networks whose forecasts are tried on what happened: the latest, so that the score is of these times.</summary>
    private const int Tried = 40;

    /// <summary>Ended tasks from which the usual length of each kind is read: the latest.</summary>
    private const int Ended = 20_000;

    public async Task<Result<ForecastView>> Handle(ShowForecast request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.Forecast);
        var usual = await UsualTasksAsync(ground.ProgrammeId, cancellationToken);
        var offices = await OfficesAsync(ground, cancellationToken);
        return ground.Once("forecast", () => View(ground, usual, offices));
    }

    private static ForecastView View(RegionGround ground, IReadOnlyDictionary<string, int> usual, IReadOnlyDictionary<Guid, string?> offices)
    {
        var lengths = new PhaseLengths(ground.Networks.Where(n => !n.Course.IsGivenUp).SelectMany(n => n.Course.Stays()).Where(s => s.Until is not null));
        var desks = ground.Desks.ToDictionary(d => d.Id, d => d.Name);
        var rows = (
            from n in ground.Networks
            where n.Course.Now is not null && n.SuspendedAt is null
            let now = n.Course.Now!.Value
            select new ForecastRow(
                n.Id, n.Reference, desks.GetValueOrDefault(n.Owner, ""), now.Phase,
                EffectForecast.Of(now.Phase, now.Since, ground.Today, lengths, Seed(n)),
                EffectForecast.Known(now.Phase, lengths),
                CriticalOf(n, usual, desks, offices, ground.Today))).ToList();
        return new ForecastView(
            ground.Programme, ground.Today,
            [.. rows.OrderBy(r => r.Range is null).ThenBy(r => r.Range?.Half).ThenBy(r => r.Reference, StringComparer.Ordinal).Take(ShowForecast.Rows)],
            rows.Count, EffectForecast.Fewest,
            EffectForecast.Score([.. ground.Networks.Select(n => (Seed(n), n.Course))], Tried));
    }

    /// <summary>Days that a task of each kind usually takes, by its word: half took less.</summary>
    private async Task<IReadOnlyDictionary<string, int>> UsualTasksAsync(ProgrammeId programme, CancellationToken cancellationToken)
    {
        var ended = await (
            from i in db.WorkItems.AsNoTracking()
            join c in db.Cases on i.CaseId equals c.Id
            where c.ProgrammeId == programme && i.Status == WorkItemStatus.Done && i.ClosedAt != null
            orderby i.ClosedAt descending
            select new { i.Path, i.OpenedAt, i.ClosedAt }).Take(Ended).ToListAsync(cancellationToken);
        return ended.GroupBy(i => i.Path[(i.Path.LastIndexOf('/') + 1)..])
            .Where(g => g.Count() >= EffectForecast.Fewest)
            .ToDictionary(g => g.Key, g => ShowRegion.CycleCharts.At([.. g.Select(i => (int)(i.ClosedAt!.Value - i.OpenedAt).TotalDays).Order()], 50), StringComparer.Ordinal);
    }

    /// <summary>The chambers that are waited for, by filing; null for one at which few networks wait.</summary>
    private async Task<IReadOnlyDictionary<Guid, string?>> OfficesAsync(RegionGround ground, CancellationToken cancellationToken)
    {
        var waiting = ground.Networks.Where(n => n.Course.Now is not null)
            .SelectMany(n => n.Tasks.Where(t => t.Party == WaitsFor.Chamber).Select(t => (Filing: t.For, Network: n.Id))).DistinctBy(t => t.Filing).ToDictionary(t => t.Filing, t => t.Network);
        var found = new List<(Guid Filing, string Chamber)>();
        foreach (var portion in waiting.Values.Distinct().Chunk(ProgressReading.Portion))
        {
            var filings = await db.Filings.AsNoTracking().Where(f => portion.Contains(f.CaseId)).Select(f => new { f.Id, f.ChamberCode }).ToListAsync(cancellationToken);
            found.AddRange(filings.Where(f => waiting.ContainsKey(f.Id.Value)).Select(f => (f.Id.Value, f.ChamberCode)));
        }

        return found.GroupBy(f => f.Chamber)
            .SelectMany(g => g.Select(f => (f.Filing, Name: g.Select(o => waiting[o.Filing]).Distinct().Count() < ground.SmallCell ? null : Chambers.Find(g.Key)?.Name ?? g.Key)))
            .ToDictionary(f => f.Filing, f => f.Name);
    }

    // The phase ends with its last task: done today, the one before the last would end it.
    private static CriticalTask? CriticalOf(RegionNetwork network, IReadOnlyDictionary<string, int> usual, Dictionary<AssociationId, string> desks, IReadOnlyDictionary<Guid, string?> offices, DateOnly today)
    {
        var open = network.Tasks.Where(t => usual.ContainsKey(t.Task))
            .Select(t => (Task: t, Left: Math.Max(1, usual[t.Task] - (today.DayNumber - BusinessCalendar.DayOf(t.OpenedAt).DayNumber))))
            .OrderByDescending(t => t.Left).ToList();
        return open is [var last, ..]
            ? new CriticalTask(last.Task.Party, last.Task.Task, offices.TryGetValue(last.Task.For, out var chamber) ? chamber : desks.GetValueOrDefault(last.Task.Desk, ""), last.Left - (open.Count > 1 ? open[1].Left : 0))
            : null;
    }

    private static int Seed(RegionNetwork network) => BitConverter.ToInt32(network.Id.Value.ToByteArray(), 12);
}
