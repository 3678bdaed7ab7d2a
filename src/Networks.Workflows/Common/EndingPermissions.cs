using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;

namespace Networks.Workflows.Common;

/// <param name="Purpose">Null: how long the firm is available for networks at all.</param>
/// <param name="Until">Last day on which it holds.</param>
internal sealed record EndingPermission(FirmId Firm, ConsentPurpose? Purpose, DateOnly Until);

/// <summary>What firms of a desk allowed, or said of themselves, until a day that is near or just over, and have not renewed since.</summary>
internal static class EndingPermissions
{
    /// <summary>Calendar days before the last day, and after it.</summary>
    public const int Days = 30;

    private static readonly ConsentPurpose[] _purposes = [ConsentPurpose.Contact, ConsentPurpose.ShowAnonymously, ConsentPurpose.NameAfterConsent];

    /// <summary>Three statements; earliest day first.</summary>
    public static async Task<List<EndingPermission>> LoadAsync(NetworksDbContext db, AssociationId desk, DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (today.AddDays(-Days), today.AddDays(Days));
        var near = await (
            from f in db.Firms.AsNoTracking()
            where f.HeldBy == desk
            from c in f.Consents
            where c.WithdrawnOn == null && c.Until >= first && c.Until <= last
            select new { f.Id, c.Purpose, c.Until }).ToListAsync(cancellationToken);
        List<FirmId> firms = [.. near.Select(c => c.Id).Distinct()];
        var longer = firms.Count == 0 ? [] : await (
            from f in db.Firms.AsNoTracking()
            where firms.Contains(f.Id)
            from c in f.Consents
            where c.WithdrawnOn == null
            select new { f.Id, c.Purpose, c.Until }).ToListAsync(cancellationToken);
        var held = longer.ToLookup(c => (c.Id, c.Purpose), c => c.Until ?? DateOnly.MaxValue);
        var consents = near.Where(c => _purposes.Contains(c.Purpose) && held[(c.Id, c.Purpose)].Max() == c.Until);
        var available = await (
            from p in db.FirmProfiles.AsNoTracking()
            where p.AvailableUntil >= first && p.AvailableUntil <= last
            join f in db.Firms on p.FirmId equals f.Id
            where f.HeldBy == desk
            select new { f.Id, p.AvailableUntil }).ToListAsync(cancellationToken);
        return [.. consents.Select(c => new EndingPermission(c.Id, c.Purpose, c.Until!.Value)).Concat(available.Select(p => new EndingPermission(p.Id, null, p.AvailableUntil!.Value))).OrderBy(e => e.Until)];
    }
}
