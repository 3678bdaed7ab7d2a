using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Casework.ListMyTasks;

/// <summary>Whose a network is among the people of a desk.</summary>
internal static class FollowedCases
{
    /// <summary>The running cases in which a desk has a part.</summary>
    public static IQueryable<Case> OfDesk(NetworksDbContext db, AssociationId desk) =>
        Running(db).Where(c => c.OwnerId == desk || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == desk
            && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed)));

    public static IQueryable<Case> Running(NetworksDbContext db) =>
        db.Cases.AsNoTracking().Where(c => c.Status != CaseStatus.ClosedWithoutOutcome && c.Status != CaseStatus.Ended);

    /// <summary>Those in which one of these people was the last of the desk to write, or in which nobody of it has written yet.</summary>
    public static IQueryable<Case> Of(NetworksDbContext db, IQueryable<Case> cases, AssociationId desk, IReadOnlyList<OfficerId?> people) =>
        cases.Where(c => !db.CaseEvents.Any(e => e.CaseId == c.Id && e.AssociationId == desk && e.OfficerId != null && !people.Contains(e.OfficerId)
            && !db.CaseEvents.Any(later => later.CaseId == c.Id && people.Contains(later.OfficerId) && later.Number > e.Number)));
}
