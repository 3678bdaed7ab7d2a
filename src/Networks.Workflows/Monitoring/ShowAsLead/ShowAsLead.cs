using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Workflows.Monitoring.ShowAsLead;

/// <summary>All that the lead sees of one case, the same for the lead and for the desks of the case; with what the lead opened.</summary>
[Access(Right.CaseSummary)]
public sealed record ShowAsLead(CaseId CaseId) : IQuery<AsLeadView>, ICaseRequest
{
    /// <summary>Looks that are shown, the latest first.</summary>
    public const int Looks = 30;
}

/// <param name="Network">The very row of the lead's list.</param>
public sealed record AsLeadView(string Programme, RegionRow Network, IReadOnlyList<Look> Looks);

/// <param name="View">One of <see cref="LeadViews"/>.</param>
/// <param name="OfThisCase">The case itself was opened, not a view of many.</param>
public sealed record Look(DateTimeOffset At, string Who, string View, bool OfThisCase);

internal sealed class ShowAsLeadHandler(NetworksDbContext db, RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<ShowAsLead, Result<AsLeadView>>
{
    public async Task<Result<AsLeadView>> Handle(ShowAsLead request, CancellationToken cancellationToken)
    {
        var programme = await db.Cases.Where(c => c.Id == request.CaseId).Select(c => c.ProgrammeId).SingleAsync(cancellationToken);
        var ground = await sight.LookAsync(programme, cancellationToken);
        if (ground.Networks.FirstOrDefault(n => n.Id == request.CaseId) is not { } network)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        log.Note(actor, programme, LeadViews.Case, network.Owner, network.Id);
        var name = network.Course.EffectOn is null ? null : await db.EnterpriseNetworks.Where(n => n.CaseId == network.Id).Select(n => n.Name).SingleAsync(cancellationToken);
        var desk = ground.Desks.FirstOrDefault(d => d.Id == network.Owner)?.Name ?? "";
        return new AsLeadView(ground.Programme, ListRegionHandler.RowOf(network, name, desk, ground), await LooksAsync(network, programme, cancellationToken));
    }

    private async Task<IReadOnlyList<Look>> LooksAsync(RegionNetwork network, ProgrammeId programme, CancellationToken cancellationToken)
    {
        var written = await db.LeadVisits.AsNoTracking()
            .Where(v => v.ProgrammeId == programme && (v.CaseId == network.Id || (v.CaseId == null && (v.Desk == null || v.Desk == network.Owner))))
            .OrderByDescending(v => v.At).Take(ShowAsLead.Looks).ToListAsync(cancellationToken);
        var looks = log.Pending.Where(v => v.ProgrammeId == programme && (v.CaseId == network.Id || (v.CaseId is null && (v.Desk is null || v.Desk == network.Owner))))
            .Concat(written).DistinctBy(v => v.Id).OrderByDescending(v => v.At).Take(ShowAsLead.Looks).ToList();
        var people = looks.Select(v => v.OfficerId).ToHashSet();
        var names = await db.Officers.AsNoTracking().Where(o => people.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.FullName, cancellationToken);
        return [.. looks.Select(v => new Look(v.At, names.GetValueOrDefault(v.OfficerId, "–"), v.View, v.CaseId is not null))];
    }
}
