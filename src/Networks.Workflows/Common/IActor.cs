using Networks.Data;
using Networks.Data.History;
using Networks.Data.Officers;

namespace Networks.Workflows.Common;

/// <summary>Who acts in this request. Nothing but the shell decides it: from the session, the mailed link, or the service.</summary>
public interface IActor
{
    ActorKind Kind { get; }

    /// <summary>The signed-in person; null for a firm or the service.</summary>
    OfficerId? Officer { get; }

    AssociationId? Association { get; }

    OfficerRoles Roles { get; }

    /// <summary>The participation that the mailed link stands for; null without a link.</summary>
    ParticipantId? Participant { get; }

    FirmId? Firm { get; }

    /// <summary>The case of the mailed link: a link opens one case only.</summary>
    CaseId? LinkedCase { get; }
}

/// <summary>The service itself: timers, seeding, jobs.</summary>
public sealed class ServiceActor : IActor
{
    public ActorKind Kind => ActorKind.Service;

    public OfficerId? Officer => null;

    public AssociationId? Association => null;

    public OfficerRoles Roles => OfficerRoles.None;

    public ParticipantId? Participant => null;

    public FirmId? Firm => null;

    public CaseId? LinkedCase => null;
}
