using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Workflows.Casework.Absences;

/// <summary>Who stands in for whom at a desk on a day.</summary>
internal sealed record Cover(OfficerId Officer, string Name, OfficerId StandIn, string StandInName)
{
    public static Task<List<Cover>> OfDeskAsync(NetworksDbContext db, AssociationId desk, DateOnly today, CancellationToken cancellationToken) => (
        from a in db.Absences.AsNoTracking()
        where a.EndedAt == null && a.From <= today && a.Until >= today
        join o in db.Officers on a.OfficerId equals o.Id
        join s in db.Officers on a.StandInId equals s.Id
        where o.AssociationId == desk && s.AssociationId == desk && !s.IsDisabled
        select new Cover(o.Id, o.FullName, s.Id, s.FullName)).ToListAsync(cancellationToken);
}
