using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.History;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>What the person of this request is to a case.</summary>
public sealed class CaseRelations(NetworksDbContext db, IActor actor)
{
    /// <summary>Relations to a case; for a case that does not exist, the same as for a foreign one.</summary>
    public async Task<IReadOnlyCollection<Relation>> ToAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        switch (actor.Kind)
        {
            case ActorKind.Service:
                return [Relation.Service];
            case ActorKind.Firm:
                return [actor.LinkedCase == caseId ? Relation.FirmInCase : Relation.FirmElsewhere];
            case ActorKind.Officer when actor.Officer is null:
                return [Relation.Anonymous];
        }

        var association = actor.Association ?? default;
        var seen = await db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => new
        {
            Owner = c.OwnerId == association,
            Programme = db.Associations.Any(a => a.Id == association && a.ProgrammeId == c.ProgrammeId),
            CoDesk = db.Participants.Any(p => p.CaseId == caseId && p.DeskId == association
                && p.Status != ParticipantStatus.Proposed && p.Status != ParticipantStatus.Declined),
            Invited = db.Participants.Any(p => p.CaseId == caseId && p.DeskId == association && p.Status == ParticipantStatus.Proposed),
        }).FirstOrDefaultAsync(cancellationToken);

        var held = new List<Relation>();
        if (actor.Roles.HasFlag(OfficerRoles.Desk))
        {
            held.Add(seen switch
            {
                { Owner: true } => Relation.OwnerDesk,
                { CoDesk: true } => Relation.CoDesk,
                { Invited: true } => Relation.InvitedDesk,
                _ => Relation.OtherDesk,
            });
        }

        if (seen is { Programme: true })
        {
            held.AddRange(Watchers(actor.Roles));
        }

        if (actor.Roles.HasFlag(OfficerRoles.Administrator))
        {
            held.Add(Relation.Administrator);
        }

        return held;
    }

    /// <summary>Relations where no case is asked for.</summary>
    public static IReadOnlyCollection<Relation> WithoutCase(IActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Kind == ActorKind.Service)
        {
            return [Relation.Service];
        }

        if (actor.Kind == ActorKind.Firm)
        {
            return [Relation.FirmElsewhere];
        }

        if (actor.Officer is null)
        {
            return [Relation.Anonymous];
        }

        var held = new List<Relation>(Watchers(actor.Roles));
        if (actor.Roles.HasFlag(OfficerRoles.Desk))
        {
            held.Add(Relation.OtherDesk);
        }

        if (actor.Roles.HasFlag(OfficerRoles.Administrator))
        {
            held.Add(Relation.Administrator);
        }

        return held;
    }

    private static IEnumerable<Relation> Watchers(OfficerRoles roles)
    {
        if (roles.HasFlag(OfficerRoles.Lead))
        {
            yield return Relation.Lead;
        }

        if (roles.HasFlag(OfficerRoles.Auditor))
        {
            yield return Relation.Auditor;
        }

        if (roles.HasFlag(OfficerRoles.Expert))
        {
            yield return Relation.Expert;
        }
    }
}
