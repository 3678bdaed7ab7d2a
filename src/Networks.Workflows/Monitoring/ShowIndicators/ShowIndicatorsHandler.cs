using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Monitoring;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.ShowIndicators;

internal sealed class ShowIndicatorsHandler(NetworksDbContext db, RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<ShowIndicators, Result<IndicatorsView>>
{
    public async Task<Result<IndicatorsView>> Handle(ShowIndicators request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.Indicators);
        var frozen = await db.FrozenMonths.AsNoTracking().Where(m => m.ProgrammeId == ground.ProgrammeId).OrderBy(m => m.Month).ToListAsync(cancellationToken);
        var restated = await db.Restatements.AsNoTracking().Where(r => r.ProgrammeId == ground.ProgrammeId).ToListAsync(cancellationToken);
        var associations = restated.Select(r => r.By).OfType<AssociationId>().ToHashSet();
        var desks = await db.Associations.AsNoTracking().Where(a => associations.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DeskName, cancellationToken);
        var months = Open(ground, frozen).Concat(frozen.Select(m => Of(m, restated))).OrderByDescending(m => m.Month).Take(ShowIndicators.Months).ToList();
        return new IndicatorsView(
            ground.Programme,
            [.. Indicator.All.Select(i => i.Word)],
            await TargetProgress.ReadAsync(db, ground, cancellationToken),
            [.. ground.Silent.Select(d => d.Name)],
            months,
            [.. from r in restated
                orderby r.FoundAt descending, r.Month descending, r.Indicator
                select new RestatedNumber(r.Month, r.Indicator, r.Before, r.Now, r.FoundAt, Split(r.Added), Split(r.Removed), r.By is { } desk ? desks[desk] : null)],
            frozen.Zip(frozen.Skip(1)).All(pair => pair.Second.PreviousHash == pair.First.Hash) && frozen.All(m => m.IsIntact()),
            MonthSweep.FreezeDay);
    }

    private static IndicatorMonth Of(FrozenMonth month, List<Restatement> restated) => new(month.Month, month.FrozenAt, month.Hash,
    [
        .. from n in month.Numbers
           let last = restated.Where(r => r.Month == month.Month && r.Indicator == n.Indicator).MaxBy(r => r.FoundAt)
           select new MonthNumber(n.Indicator, n.Value, last is not null && last.Now != n.Value, last is null ? n.Value : last.Now),
    ]);

    private static IEnumerable<IndicatorMonth> Open(RegionGround ground, List<FrozenMonth> frozen)
    {
        if (ground.Networks.Count == 0)
        {
            yield break;
        }

        var known = IndicatorCount.KnownAt(ground.Networks, null);
        var last = CycleCharts.MonthOf(ground.Today);
        for (var month = frozen.LastOrDefault()?.Month.AddMonths(1) ?? last; month <= last; month = month.AddMonths(1))
        {
            yield return new IndicatorMonth(month, null, null, [.. IndicatorCount.Of(known, month).Select(c => new MonthNumber(c.Indicator.Word, c.Value, false, c.Value))]);
        }
    }

    private static string[] Split(string references) => references.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
