using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListNetworks;

/// <summary>A case with what its row is made from.</summary>
internal sealed class NetworkSource
{
    public required Case Case { get; init; }

    public required EnterpriseNetwork Network { get; init; }

    public required Association Owner { get; init; }

    public bool IsOwn { get; init; }

    /// <summary>Whether the person may read the case.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Firms that take part now.</summary>
    public int Firms { get; init; }

    public DateOnly? NextDueOn { get; init; }

    /// <summary>The cases that the person may know of.</summary>
    public static IQueryable<NetworkSource> Of(NetworksDbContext db, IActor actor)
    {
        var association = actor.Association ?? default;
        var desk = actor.Roles.HasFlag(OfficerRoles.Desk) ? association : default;
        var reads = actor.Roles.HasFlag(OfficerRoles.Auditor);
        var watches = reads || actor.Roles.HasFlag(OfficerRoles.Lead);
        return
            from c in db.Cases
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            join a in db.Associations on c.OwnerId equals a.Id
            let inProgramme = watches && db.Associations.Any(own => own.Id == association && own.ProgrammeId == c.ProgrammeId)
            let takesPart = c.OwnerId == desk || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == desk
                && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Left))
            where takesPart || inProgramme
            select new NetworkSource
            {
                Case = c,
                Network = n,
                Owner = a,
                IsOwn = c.OwnerId == desk,
                IsOpen = takesPart || (reads && inProgramme),
                Firms = db.Participants.Count(p => p.CaseId == c.Id && p.Status == ParticipantStatus.Active),
                NextDueOn = db.WorkItems.Where(i => i.CaseId == c.Id && i.Status == WorkItemStatus.Open).Min(i => i.DueOn),
            };
    }
}
