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

internal static class NetworkSources
{
    /// <summary>
    /// Those with the text in what the person may read of them: name, reference, a firm's name. A firm that was only
    /// proposed is not found by its name, which its desk has not given away.
    /// </summary>
    /// <param name="text">In lower case.</param>
    /// <param name="withNeed">Also in what the network is looking for.</param>
    public static IQueryable<NetworkSource> Named(this IQueryable<NetworkSource> visible, NetworksDbContext db, AssociationId? desk, string text, bool withNeed = false) =>
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture to name.
        visible.Where(s =>
            (s.IsOpen || s.Case.Status == CaseStatus.InEffect || s.Case.Status == CaseStatus.Ended) && (s.Network.Name.ToLower().Contains(text) || s.Case.Reference.ToLower().Contains(text)
                || (s.IsOpen && ((withNeed && s.Case.Need.ToLower().Contains(text))
                    || db.Participants.Any(p => p.CaseId == s.Case.Id
                        && (p.DeskId == desk || p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Left)
                        && db.Firms.Any(f => f.Id == p.FirmId && f.Name.ToLower().Contains(text)))))));
#pragma warning restore CA1304, CA1311, CA1862
}
