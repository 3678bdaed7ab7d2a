using MediatR;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;

namespace Networks.Workflows.Monitoring.ShowRegion;

internal sealed class ShowRegionHandler(RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<ShowRegion, Result<RegionView>>
{
    public async Task<Result<RegionView>> Handle(ShowRegion request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.Region);
        return ground.Once("region", () => View(ground));
    }

    private static RegionView View(RegionGround ground)
    {
        var stopped = StoppedCases.Of(ground);
        return new RegionView(
            ground.Programme,
            ground.Today,
            ground.Networks.Count == 0 ? null : ground.Networks.Min(n => n.Course.OpenedOn),
            ground.Networks.Count(n => n.Course.Now is not null),
            RegionCounts.Funnel(ground.Networks),
            RegionCounts.ByDesk(ground),
            [.. stopped.Take(RegionView.StoppedShown)],
            stopped.Count,
            ground.Times,
            RegionCounts.Provinces(ground),
            CycleCharts.Cycle(ground.Networks),
            CycleCharts.Flow(ground),
            RegionLoads.Of(ground),
            [.. ground.Desks.Where(d => ground.Networks.All(n => n.Owner != d.Id)).Select(d => d.Name)]);
    }
}
