using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.History;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>Whom an officer's desk acts for inside a case: the owner for all, a co-desk for its own firms.</summary>
public static class DeskActs
{
    public static bool ActsFor(this IActor actor, Case @case, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return actor.ActsFor(@case, participant.DeskId);
    }

    /// <param name="desk">The desk that follows the thing to be acted on.</param>
    public static bool ActsFor(this IActor actor, Case @case, AssociationId desk)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(@case);
        return actor.Kind == ActorKind.Service || actor.Association == @case.OwnerId || actor.Association == desk;
    }
}
