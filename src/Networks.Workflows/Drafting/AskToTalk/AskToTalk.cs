using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.AskToTalk;

/// <summary>A firm wants to talk before it decides: its desk calls.</summary>
/// <param name="Words">When and about what; null when nothing was said.</param>
[Access(Right.FirmAnswer)]
[ReadsAhead<AnswerRows>]
public sealed record AskToTalk(CaseId CaseId, string Token, RoundId RoundId, string? TypedName, string? Words) : ICommand<FirmAnswered>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => string.IsNullOrWhiteSpace(TypedName) ? [RoundRefusals.NameMissing] : [];
}
