using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.ConsolidateText;

/// <summary>
/// The contract as it reads after an amendment, as a Word file for reading alone: it is made anew whenever it is asked for,
/// from the signed text and every amendment entered until then, and says of itself that it has no legal force.
/// </summary>
/// <remarks>Refused: a change that is no amendment, or is not entered; a contract whose signed text is not here.</remarks>
[Access(Right.CaseRead)]
public sealed record ConsolidateText(CaseId CaseId, Guid Change) : IQuery<ConsolidatedFile>, ICaseRequest;

/// <summary>The same for a participant, by the link of its vote on the amendment. A firm that has left finds nothing.</summary>
[Access(Right.Public)]
public sealed record ConsolidateTextByVote(string Token) : IQuery<ConsolidatedFile>;

public sealed record ConsolidatedFile(string Name, string ContentType, byte[] Bytes);
