using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.LeaveFirmGaps;

/// <summary>
/// The desk goes on with a firm as it is, although something is missing in the register's eyes, and says why. Refused
/// when the procedure does not wait for it.
/// </summary>
[Access(Right.CaseActForFirm)]
public sealed record LeaveFirmGaps(Guid OperationId, CaseId CaseId, ParticipantId Participant, string? Reason) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _longestReason = 500;

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return IntakeRefusals.ReasonMissing;
        }
        else if (Reason.Length > _longestReason)
        {
            yield return IntakeRefusals.TooLong("reason", _longestReason);
        }
    }
}
