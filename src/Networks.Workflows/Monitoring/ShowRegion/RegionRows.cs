using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Monitoring.ShowRegion;

internal sealed record RegionCase(CaseId Id, string Reference, AssociationId OwnerId, CaseStatus Status, CasePhase Phase, DateOnly? ClosedOn, DateTimeOffset? SuspendedAt);

internal sealed record RegionTask(CaseId Case, WaitsFor Party, string Path, DateTimeOffset OpenedAt)
{
    public string Task => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>What the picture is drawn from, read in five statements however many networks there are.</summary>
internal sealed record RegionRows(
    IReadOnlyList<RegionCase> Cases,
    ILookup<CaseId, PhaseStay> Stays,
    ILookup<CaseId, RegionTask> Tasks,
    IReadOnlyDictionary<AssociationId, string> Desks,
    IReadOnlyDictionary<string, int> FirmsByProvince)
{
    public static async Task<RegionRows> LoadAsync(NetworksDbContext db, ProgrammeId programme, CancellationToken cancellationToken)
    {
        var ofProgramme = db.Cases.AsNoTracking().Where(c => c.ProgrammeId == programme);
        var cases = await ofProgramme.OrderBy(c => c.Reference)
            .Select(c => new RegionCase(c.Id, c.Reference, c.OwnerId, c.Status, c.Phase, c.ClosedOn, c.SuspendedAt)).ToListAsync(cancellationToken);
        var entries = await (
            from e in db.CaseEvents
            join c in ofProgramme on e.CaseId equals c.Id
            where e.Name == PhaseEntered.Name
            orderby e.CaseId, e.Number
            select new { e.CaseId, e.HappenedOn, e.Facts }).ToListAsync(cancellationToken);
        var tasks = await (
            from i in db.WorkItems
            join c in ofProgramme on i.CaseId equals c.Id
            where i.Status == WorkItemStatus.Open && c.Status == CaseStatus.Open
            select new RegionTask(i.CaseId, i.WaitsFor, i.Path, i.OpenedAt)).ToListAsync(cancellationToken);
        var desks = await db.Associations.Where(a => a.ProgrammeId == programme && a.Kind == AssociationKind.Desk && !a.IsClosed)
            .ToDictionaryAsync(a => a.Id, a => a.DeskName, cancellationToken);
        var firms = await (
            from f in db.Firms
            where db.Participants.Any(p => p.FirmId == f.Id && p.Status == ParticipantStatus.Active
                && ofProgramme.Any(c => c.Id == p.CaseId && c.Status != CaseStatus.ClosedWithoutOutcome))
            group f by f.ReaProvince ?? "" into province
            select new { province.Key, Count = province.Count() }).ToListAsync(cancellationToken);

        var ended = cases.ToDictionary(c => c.Id, c => c.ClosedOn);
        return new RegionRows(
            cases,
            entries.GroupBy(e => e.CaseId)
                .SelectMany(g => PhaseStay.Of(g.Key, [.. g.Select(e => (PhaseEntered.Of(e.Facts)!.Value, e.HappenedOn))], ended[g.Key]))
                .ToLookup(s => s.Case),
            tasks.ToLookup(t => t.Case),
            desks,
            firms.ToDictionary(f => f.Key, f => f.Count, StringComparer.Ordinal));
    }
}
