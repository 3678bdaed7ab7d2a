using MediatR;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.ShowFunnel;

/// <summary>How far networks came, and from stage to stage which share of them: by desk or by the month in which they were opened.</summary>
[Access(Right.RegionRead)]
public sealed record ShowFunnel(bool ByMonth) : IQuery<FunnelView>;

/// <param name="Rows">Desks by name, or months from the newest; those without any network are left out.</param>
public sealed record FunnelView(string Programme, bool ByMonth, IReadOnlyList<RegionState> Stages, IReadOnlyList<FunnelRow> Rows);

/// <summary>Of one desk, or of one month.</summary>
public sealed record FunnelRow(DeskName? Desk, DateOnly? Month, IReadOnlyList<FunnelStage> Stages);

internal sealed class ShowFunnelHandler(RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<ShowFunnel, Result<FunnelView>>
{
    public async Task<Result<FunnelView>> Handle(ShowFunnel request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.Region);
        return ground.Once($"funnel {request.ByMonth}", () => View(ground, request.ByMonth));
    }

    private static FunnelView View(RegionGround ground, bool byMonth)
    {
        var stages = RegionCounts.Stages(ground.Networks);
        IEnumerable<FunnelRow> rows = byMonth
            ? from n in ground.Networks
              group n by CycleCharts.MonthOf(n.Course.OpenedOn) into month
              orderby month.Key descending
              select new FunnelRow(null, month.Key, RegionCounts.Conversion(stages, [.. month]))
            : from d in ground.Desks
              let own = ground.Networks.Where(n => n.Owner == d.Id).ToList()
              where own.Count > 0
              select new FunnelRow(d, null, RegionCounts.Conversion(stages, own));
        return new FunnelView(ground.Programme, byMonth, stages, [.. rows]);
    }
}
