using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.RemoveFirm;

/// <summary>Who may take a firm out of a case, until when, and which desks are told.</summary>
internal static class Removals
{
    public static Refusal? Refuse(Case @case, Participant participant, IActor actor)
    {
        var owner = @case.OwnerId == actor.Association;
        return !owner && participant.DeskId != actor.Association ? IntakeRefusals.NotYourFirm
            : participant.Status is ParticipantStatus.Left or ParticipantStatus.Declined or ParticipantStatus.Withdrawn ? IntakeRefusals.AlreadyLeft
            : !owner && participant.Status == ParticipantStatus.Proposed ? IntakeRefusals.AnswerInstead
            : IntakeRefusals.Over(@case, IntakeRefusals.LeavesAfterDeed);
    }

    /// <summary>The leading desk and the firm's own, without the one that acts.</summary>
    public static IEnumerable<AssociationId> Told(Case @case, Participant participant, IActor actor) =>
        new[] { @case.OwnerId, participant.DeskId }.Distinct().Where(desk => desk != actor.Association);
}
