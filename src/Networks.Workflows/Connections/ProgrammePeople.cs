using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections;

/// <summary>An administrator connects programs for one programme; the people and desks of others are not there.</summary>
internal static class ProgrammePeople
{
    public static IQueryable<Association> ProgrammeAssociations(this NetworksDbContext db, IActor actor)
    {
        var own = actor.Association;
        return db.Associations.Where(a => db.Associations.Any(mine => mine.Id == own && mine.ProgrammeId == a.ProgrammeId));
    }

    public static IQueryable<Officer> ProgrammeOfficers(this NetworksDbContext db, IActor actor) =>
        db.Officers.Where(o => db.ProgrammeAssociations(actor).Any(a => a.Id == o.AssociationId));
}
