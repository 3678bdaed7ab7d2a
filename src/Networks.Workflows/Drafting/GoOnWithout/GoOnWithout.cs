using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.GoOnWithout;

/// <summary>
/// The network goes on without a silent firm, as when a firm leaves: the text names it, so the round closes, approvals
/// become superseded, and a new text follows.
/// </summary>
[Access(Right.RoundManage)]
public sealed record GoOnWithout(CaseId CaseId, ParticipantId Participant, string? Reason) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => string.IsNullOrWhiteSpace(Reason) ? [RoundRefusals.ReasonMissing] : [];
}
