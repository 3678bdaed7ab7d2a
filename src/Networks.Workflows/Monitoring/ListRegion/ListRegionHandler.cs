using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.ListRegion;

internal sealed class ListRegionHandler(NetworksDbContext db, RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<ListRegion, Result<RegionList>>
{
    public async Task<Result<RegionList>> Handle(ListRegion request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.List, request.Filter.Desk ?? request.Filter.WorkOf ?? request.Filter.FirmsOf);
        var evidence = await EvidenceAsync(request.Filter, ground, cancellationToken);
        var found = Found(request.Filter, evidence, ground);
        var shown = found.Skip((Math.Max(request.Page, 1) - 1) * request.AtOnce).Take(request.AtOnce).ToList();
        var desks = ground.Desks.ToDictionary(d => d.Id, d => d.Name);
        var named = shown.Where(n => n.Course.EffectOn is not null).Select(n => n.Id).ToList();
        var names = await db.EnterpriseNetworks.AsNoTracking().Where(n => named.Contains(n.CaseId)).ToDictionaryAsync(n => n.CaseId, n => n.Name, cancellationToken);
        return new RegionList(ground.Programme, [.. shown.Select(n => RowOf(n, names.GetValueOrDefault(n.Id), desks.GetValueOrDefault(n.Owner, ""), ground))], found.Count, ground.Desks);
    }

    /// <summary>The networks behind an indicator's number; null where none is asked for, or it does not exist.</summary>
    private async Task<IReadOnlySet<string>?> EvidenceAsync(RegionFilter filter, RegionGround ground, CancellationToken cancellationToken)
    {
        if (Indicator.All.FirstOrDefault(i => i.Word == filter.Indicator) is not { } indicator)
        {
            return null;
        }

        if (filter.Month is not { } month)
        {
            var period = await ProgrammePeriod.ReadAsync(db, ground.ProgrammeId, ground.Today, cancellationToken);
            return IndicatorCount.Of(indicator, IndicatorCount.KnownAt(ground.Networks, null), period.First, period.Last).Days.Keys.ToHashSet(StringComparer.Ordinal);
        }

        DateTimeOffset? frozenAt = filter.AsFrozen
            ? await db.FrozenMonths.Where(m => m.ProgrammeId == ground.ProgrammeId && m.Month == month).Select(m => (DateTimeOffset?)m.FrozenAt).FirstOrDefaultAsync(cancellationToken)
            : null;
        return IndicatorCount.Of(indicator, IndicatorCount.KnownAt(ground.Networks, frozenAt), month).Days.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="evidence">Null for any; else the references of those behind an indicator.</param>
    internal static List<RegionNetwork> Found(RegionFilter filter, IReadOnlySet<string>? evidence, RegionGround ground) =>
        [.. ground.Networks.Where(n => (evidence is null || evidence.Contains(n.Reference)) && Fits(n, filter, ground)).OrderByDescending(n => n.Course.OpenedOn).ThenByDescending(n => n.Reference, StringComparer.Ordinal)];

    internal static RegionRow RowOf(RegionNetwork network, string? name, string desk, RegionGround ground) => new(
        network.Id, network.Reference, name, desk,
        network.Course.StateOn(ground.Today) ?? RegionState.Intake,
        network.Course.OpenedOn, network.Course.EffectOn,
        network.Course.Now is { } now ? ground.Today.DayNumber - now.Since.DayNumber : null,
        StoppedCases.IsStopped(network, ground),
        network.Course.Now is null ? null : StoppedCases.CauseOf(network, ground.SmallCell));

    private static bool Fits(RegionNetwork network, RegionFilter filter, RegionGround ground)
    {
        var course = network.Course;
        return (filter.Desk is null || network.Owner == filter.Desk)
            && (filter.OpenedIn is null || CycleCharts.MonthOf(course.OpenedOn) == filter.OpenedIn)
            && (filter.State is null || course.StateOn(filter.By ?? ground.Today) == filter.State)
            && (filter.Reached is not { } stage || (stage <= RegionState.InEffect && course.Reached(stage) <= (filter.By ?? DateOnly.MaxValue)))
            && (filter.EffectIn is null || (course.EffectOn is { } effect && CycleCharts.MonthOf(effect) == filter.EffectIn))
            && (!filter.Open || course.Now is not null)
            && (!filter.Stopped || StoppedCases.IsStopped(network, ground))
            && (filter.WorkOf is not { } desk || (course.Now is not null && network.Tasks.Any(t => t.Desk == desk && RegionLoads.IsDesks(t) && (!filter.Overdue || t.DueOn < ground.Today))))
            && (filter.FirmsOf is not { } follows || (course.Now is not null && network.Tasks.Any(t => t.Desk == follows && t.Party == WaitsFor.Firm)))
            && (filter.Province is not { } sigla || (course.ClosedOn is null && RegionProvinces.IsListed(ground, sigla) && Array.Exists(network.Firms, f => f.Place == RegionFirm.PlaceOf(sigla))));
    }
}
