using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;

namespace Networks.Workflows.Common;

/// <summary>Who works at a desk and is written to.</summary>
internal static class DeskPeople
{
    /// <returns>By name; without those whose access has ended and those who have other duties alone.</returns>
    public static async Task<List<Officer>> OfAsync(NetworksDbContext db, IReadOnlyCollection<AssociationId> desks, CancellationToken cancellationToken)
    {
        var all = await db.Officers.AsNoTracking().Where(o => desks.Contains(o.AssociationId) && !o.IsDisabled).OrderBy(o => o.FullName).ToListAsync(cancellationToken);
        return all.FindAll(o => o.Roles.HasFlag(OfficerRoles.Desk));
    }
}
