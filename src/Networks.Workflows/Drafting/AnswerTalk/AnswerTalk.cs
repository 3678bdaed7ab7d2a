using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.AnswerTalk;

/// <summary>The firm's desk has talked with it, and the firm is asked again with what was said.</summary>
/// <param name="Words">What was said; goes to the firm and into the history.</param>
[Access(Right.CaseActForFirm)]
public sealed record AnswerTalk(CaseId CaseId, ParticipantId Participant, string? Words) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => string.IsNullOrWhiteSpace(Words) ? [RoundRefusals.WordsMissing] : [];
}
