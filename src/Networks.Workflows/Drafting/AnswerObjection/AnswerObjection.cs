using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.AnswerObjection;

/// <summary>The desk explains and puts the same text to the objecting firm again. The other answer to an objection is to revise.</summary>
/// <param name="Words">Goes to the firm.</param>
[Access(Right.RoundManage)]
public sealed record AnswerObjection(CaseId CaseId, ParticipantId Participant, string? Words) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => string.IsNullOrWhiteSpace(Words) ? [RoundRefusals.WordsMissing] : [];
}
