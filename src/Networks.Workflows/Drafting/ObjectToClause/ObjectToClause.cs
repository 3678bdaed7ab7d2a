using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.ObjectToClause;

/// <summary>
/// A firm does not agree on a point. It ends nothing: the desk answers or revises, the others go on. May follow an
/// approval while the round is open.
/// </summary>
/// <param name="Clause">Number of the article, "7"; null when it is about the whole.</param>
/// <param name="Words">What the firm wants instead.</param>
[Access(Right.FirmAnswer)]
[ReadsAhead<AnswerRows>]
public sealed record ObjectToClause(CaseId CaseId, string Token, RoundId RoundId, string? TypedName, string? Clause, string? Words)
    : ICommand<FirmAnswered>, ICaseRequest, IChecked
{
    /// <summary>Characters of the firm's words at most.</summary>
    public const int LongestWords = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
    [
        .. string.IsNullOrWhiteSpace(Words) || Words.Length > LongestWords || Clause?.Length > 10 ? [RoundRefusals.ObjectionMissing] : (Refusal[])[],
        .. string.IsNullOrWhiteSpace(TypedName) ? [RoundRefusals.NameMissing] : (Refusal[])[],
    ];
}
