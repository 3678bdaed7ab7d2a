using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.UploadVersion;

/// <summary>
/// Brings back a version that was edited in Word. The file passes the gate for hostile uploads first; a file with open
/// tracked changes or with unfilled tags is refused, and so is a text that has not changed.
/// </summary>
/// <param name="File">Already in the file store.</param>
/// <param name="Note">What changed, in the officer's words; null when nothing was said.</param>
/// <param name="Supersede">The officer knows that the open round closes and approvals become superseded.</param>
[Access(Right.TextWrite)]
public sealed record UploadVersion(CaseId CaseId, StoredBytes File, string? Note, bool Supersede) : ICommand<VersionAdded>, ICaseRequest
{
    public Guid OperationId { get; init; }
}
