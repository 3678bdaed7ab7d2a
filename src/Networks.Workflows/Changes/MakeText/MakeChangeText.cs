using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.MakeText;

/// <summary>
/// Makes the document of a change from its template and the facts, as Word and as the PDF that is signed, and puts both
/// into the file store. It takes seconds, so it is asked for before the act that keeps them.
/// </summary>
/// <remarks>Refused: the document is not awaited; a fact that the template asks for is missing; no converter.</remarks>
[Access(Right.TextWrite)]
public sealed record MakeChangeText(CaseId CaseId, Guid Change) : IQuery<ChangeText>, ICaseRequest;

/// <param name="Pdf">What alone may be signed.</param>
public sealed record ChangeText(StoredBytes Word, StoredBytes Pdf);

/// <summary>The document that was made is the one to be signed from now on; one that was made before no longer is.</summary>
[Access(Right.TextWrite)]
public sealed record FreezeChangeText(CaseId CaseId, Guid Change, StoredBytes Word, StoredBytes Pdf) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}
