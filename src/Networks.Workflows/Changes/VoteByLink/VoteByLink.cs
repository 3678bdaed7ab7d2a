using Networks.Data;
using Networks.Data.Changes;
using Networks.Workflows.Access;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.VoteByLink;

/// <summary>
/// A participant says whether it agrees, by its own mailed link and with its name. The link is the credential: whoever
/// does not hold it finds nothing. Refused: a second answer, an answer after the decision.
/// </summary>
[Access(Right.Public)]
public sealed record VoteByLink(CaseId CaseId, string Token, bool? Yes, string? Name, string? Remark) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <summary>Whom the link of a vote stands for. It opens nothing but that vote.</summary>
[Access(Right.Public)]
public sealed record IdentifyVoter(string Token) : IQuery<Voter>;

/// <param name="Language">Two letters; the one in which the firm is written to.</param>
public sealed record Voter(Actor Actor, string Language);

/// <summary>What the participant sees by its link. Looking has no effect.</summary>
[Access(Right.Public)]
public sealed record ShowVote(string Token) : IQuery<VoteView>;

/// <param name="About">The firm that joins, or what the desk wrote; null for nothing.</param>
/// <param name="Yes">The firm's own answer; null while it has given none.</param>
/// <param name="CanAnswer">It is the firm's turn.</param>
/// <param name="Consolidated">The contract as amended can be read by the same link.</param>
/// <param name="Amended">What an amendment changes; empty for the other kinds.</param>
public sealed record VoteView(
    CaseId CaseId, string Firm, string Network, string Desk, string? DeskPhone, ChangeKind Kind, string? About, string? Text, long? ContributionCents,
    DateOnly? LastDay, bool? Yes, DateOnly? AnsweredOn, bool CanAnswer, IReadOnlyList<AmendmentLine> Amended, string? Cause, bool Consolidated);
