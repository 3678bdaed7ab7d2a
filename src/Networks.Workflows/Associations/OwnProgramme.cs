using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations;

/// <summary>An administrator runs the people and desks of one programme; those of others are not there.</summary>
internal static class OwnProgramme
{
    public static IQueryable<Association> AssociationsOf(this NetworksDbContext db, IActor actor)
    {
        var own = actor.Association;
        return db.Associations.Where(a => db.Associations.Any(mine => mine.Id == own && mine.ProgrammeId == a.ProgrammeId));
    }

    public static IQueryable<Officer> OfficersOf(this NetworksDbContext db, IActor actor) =>
        db.Officers.Where(o => db.AssociationsOf(actor).Any(a => a.Id == o.AssociationId));
}
