using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.RecordAnswerOtherwise;

/// <summary>How an answer came that did not come by the link.</summary>
public enum AnswerChannel
{
    Paper,

    /// <summary>Certified mail (PEC).</summary>
    CertifiedMail,

    Phone,
}

/// <summary>
/// The firm's own desk, or the owner desk, records an answer that came on paper, by certified mail or by telephone, with
/// where its proof is. It weighs the same and always carries its mark; the firm gets a receipt and can contest it. The
/// final text is not approved by telephone.
/// </summary>
/// <param name="GivenOn">The day on which the firm gave it; null is today.</param>
/// <param name="Proof">Protocol number, message, or who spoke with whom.</param>
[Access(Right.CaseActForFirm)]
public sealed record RecordAnswerOtherwise(
    CaseId CaseId, ParticipantId Participant, FirmDecision? Decision, AnswerChannel? Channel, DateOnly? GivenOn, string? Clause, string? Words, string? Proof)
    : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
    [
        .. Decision is null or FirmDecision.None ? [RoundRefusals.DecisionMissing] : (Refusal[])[],
        .. Channel is null ? [RoundRefusals.ChannelMissing] : (Refusal[])[],
        .. string.IsNullOrWhiteSpace(Proof) ? [RoundRefusals.ProofMissing] : (Refusal[])[],
        .. Decision == FirmDecision.Objected && string.IsNullOrWhiteSpace(Words) ? [RoundRefusals.WordsMissing] : (Refusal[])[],
    ];
}
