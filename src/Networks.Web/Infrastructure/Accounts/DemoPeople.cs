using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>One person that can be chosen in the demo.</summary>
internal sealed record DemoPerson(Guid Id, string Name, string Desk, OfficerRoles Roles);

/// <summary>The people of the demo by association, those of desks first.</summary>
internal sealed class DemoPeople(NetworksDbContext db)
{
    public async Task<IReadOnlyList<DemoPerson>> ListAsync()
    {
        var people = await db.Officers.AsNoTracking().Where(o => !o.IsDisabled)
            .Join(db.Associations, o => o.AssociationId, a => a.Id, (o, a) => new { o.Id, o.FullName, a.DeskName, a.Kind, o.Roles })
            .ToListAsync();
        return [.. people.OrderBy(p => p.Kind).ThenBy(p => p.DeskName, StringComparer.CurrentCulture).ThenBy(p => p.FullName, StringComparer.CurrentCulture)
            .Select(p => new DemoPerson(p.Id.Value, p.FullName, p.DeskName, p.Roles))];
    }
}
