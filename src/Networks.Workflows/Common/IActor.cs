using Networks.Data;
using Networks.Data.History;
using Networks.Data.Officers;

namespace Networks.Workflows.Common;

/// <summary>Who acts in this request. Nothing but the shell decides it: from the session, the mailed link, or the service.</summary>
public interface IActor
{
    ActorKind Kind { get; }

    /// <summary>The signed-in person; null for a firm, the service, or when nobody is signed in.</summary>
    OfficerId? Officer { get; }

    AssociationId? Association { get; }

    OfficerRoles Roles { get; }

    /// <summary>The participation that the mailed link stands for; null without a link.</summary>
    ParticipantId? Participant { get; }

    FirmId? Firm { get; }

    /// <summary>The case of the mailed link: a link opens one case only.</summary>
    CaseId? LinkedCase { get; }
}

/// <summary>One who acts. Nobody is signed in when an officer's id is missing.</summary>
public sealed record Actor(ActorKind Kind) : IActor
{
    public static readonly Actor Nobody = new(ActorKind.Officer);

    /// <summary>The service itself: timers, jobs, seeding.</summary>
    public static readonly Actor Service = new(ActorKind.Service);

    public OfficerId? Officer { get; private init; }

    public AssociationId? Association { get; private init; }

    public OfficerRoles Roles { get; private init; }

    public ParticipantId? Participant { get; private init; }

    public FirmId? Firm { get; private init; }

    public CaseId? LinkedCase { get; private init; }

    public static Actor Of(Officer officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return Person(officer.Id, officer.AssociationId, officer.Roles);
    }

    public static Actor Person(OfficerId officer, AssociationId association, OfficerRoles roles) =>
        new(ActorKind.Officer) { Officer = officer, Association = association, Roles = roles };

    /// <summary>A firm that was asked whether it wants to be introduced: it is in no case.</summary>
    public static Actor FirmAsked(FirmId firm) => new(ActorKind.Firm) { Firm = firm };

    public static Actor FirmByLink(ParticipantId participant, FirmId firm, CaseId linkedCase) =>
        new(ActorKind.Firm) { Participant = participant, Firm = firm, LinkedCase = linkedCase };
}

/// <summary>The actor of the running scope. The shell sets it once, before anything is sent.</summary>
public sealed class CurrentActor : IActor
{
    public Actor Who { get; set; } = Actor.Nobody;

    public ActorKind Kind => Who.Kind;

    public OfficerId? Officer => Who.Officer;

    public AssociationId? Association => Who.Association;

    public OfficerRoles Roles => Who.Roles;

    public ParticipantId? Participant => Who.Participant;

    public FirmId? Firm => Who.Firm;

    public CaseId? LinkedCase => Who.LinkedCase;
}
