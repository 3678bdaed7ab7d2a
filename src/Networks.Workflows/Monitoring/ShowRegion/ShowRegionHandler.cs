using MediatR;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.FundingCalls;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;

namespace Networks.Workflows.Monitoring.ShowRegion;

internal sealed class ShowRegionHandler(RegionSight sight, ProgrammeCalls calls, IActor actor, LeadVisitLog log) : IRequestHandler<ShowRegion, Result<RegionView>>
{
    public async Task<Result<RegionView>> Handle(ShowRegion request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.Region);
        return ViewOf(ground) with { Calls = await calls.OpenAsync(ground.ProgrammeId, cancellationToken) };
    }

    /// <summary>Without the calls, which are not counted from the networks.</summary>
    public static RegionView ViewOf(RegionGround ground) => ground.Once("region", () => View(ground));

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
            RegionProvinces.Of(ground),
            CycleCharts.Cycle(ground.Networks),
            CycleCharts.Flow(ground),
            RegionLoads.Of(ground),
            [.. ground.Silent.Select(d => d.Name)]);
    }
}
