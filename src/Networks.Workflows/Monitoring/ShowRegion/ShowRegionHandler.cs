using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Monitoring.ShowRegion;

internal sealed class ShowRegionHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, VerifiableFacts facts, MonitoringLimits limits)
    : IRequestHandler<ShowRegion, Result<RegionView>>
{
    public async Task<Result<RegionView>> Handle(ShowRegion request, CancellationToken cancellationToken)
    {
        var programme = await (
            from a in db.Associations
            join p in db.Programmes on a.ProgrammeId equals p.Id
            where a.Id == actor.Association
            select new { p.Id, p.Name }).SingleAsync(cancellationToken);
        var rows = await RegionRows.LoadAsync(db, programme.Id, cancellationToken);
        var today = calendar.Today();
        var given = rows.Cases.Where(c => c.Status != CaseStatus.ClosedWithoutOutcome).ToList();
        var times = UsualTimes.Of([.. given.SelectMany(c => rows.Stays[c.Id])], facts, limits.FewestStays);
        return new RegionView(
            programme.Name,
            today,
            rows.Cases.Count(c => c.Status == CaseStatus.Open),
            RegionCounts.Funnel(rows, limits.SmallCell),
            RegionCounts.ByDesk(rows, limits.SmallCell),
            StoppedCases.Of(rows, times, today),
            times,
            RegionCounts.Provinces(rows, today, limits.SmallCell));
    }
}
