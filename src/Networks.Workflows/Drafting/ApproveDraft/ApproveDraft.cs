using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.ApproveDraft;

/// <summary>
/// A firm's yes to the text of a round: to the text, not yet the signature. Counts only with the representative's name
/// and, in the final round, with the mailed code; there it is a yes to the frozen PDF.
/// </summary>
/// <remarks>
/// Refused when the text or the round has moved on, the last day has passed, or the link is no longer good. A wrong code
/// or name is an answer, not a refusal, since the try and the comment are kept.
/// </remarks>
/// <param name="RoundId">The round that the page showed.</param>
/// <param name="Code">Not read in a working round.</param>
[Access(Right.FirmAnswer)]
[ReadsAhead<AnswerRows>]
public sealed record ApproveDraft(CaseId CaseId, string Token, RoundId RoundId, string? TypedName, string? Code) : ICommand<FirmAnswered>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => string.IsNullOrWhiteSpace(TypedName) ? [RoundRefusals.NameMissing] : [];
}
