using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reference;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>Reads from the history what the shortcut <see cref="Data.Monitoring.CaseProgress"/> holds of it.</summary>
internal static class ProgressReading
{
    /// <summary>Cases of one statement: databases limit the values of a list.</summary>
    public const int Portion = 500;

    public static async Task<Dictionary<CaseId, (int Length, Moment[] Moments, RegionFirm[] Firms)>> ReadAsync(
        NetworksDbContext db, IReadOnlyCollection<CaseId> cases, CancellationToken cancellationToken)
    {
        var read = new Dictionary<CaseId, (int, Moment[], RegionFirm[])>();
        foreach (var portion in cases.Chunk(Portion))
        {
            // The lengths first: what is recorded meanwhile is read too and counts as not seen.
            var lengths = await db.Cases.AsNoTracking().Where(c => portion.Contains(c.Id)).Select(c => new { c.Id, c.HistoryLength }).ToListAsync(cancellationToken);
            var rows = await db.CaseEvents.AsNoTracking()
                .Where(e => portion.Contains(e.CaseId) && HistoryMoments.Names.Contains(e.Name))
                .OrderBy(e => e.CaseId).ThenBy(e => e.Number)
                .Select(e => new { e.CaseId, e.Name, e.HappenedOn, e.RecordedAt, e.Facts }).ToListAsync(cancellationToken);
            var firms = await (
                from p in db.Participants.AsNoTracking()
                join f in db.Firms on p.FirmId equals f.Id
                where portion.Contains(p.CaseId) && p.Status == ParticipantStatus.Active
                orderby p.CaseId, p.Order
                select new { p.CaseId, f.ReaProvince, f.Country, f.Seat, p.FirmId }).ToListAsync(cancellationToken);
            var moments = rows.ToLookup(r => r.CaseId, r => HistoryMoments.Of(r.Name, r.HappenedOn, r.RecordedAt, r.Facts));
            var members = firms.ToLookup(f => f.CaseId, f => RegionFirm.Of(f.ReaProvince ?? (f.Country == "FR" ? FrenchDepartments.OfPostalCode(f.Seat?.PostalCode) : null), f.FirmId));
            foreach (var one in lengths)
            {
                read[one.Id] = (one.HistoryLength, [.. moments[one.Id].OfType<Moment>()], [.. members[one.Id]]);
            }
        }

        return read;
    }
}
