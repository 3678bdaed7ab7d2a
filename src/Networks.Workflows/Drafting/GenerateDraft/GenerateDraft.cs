using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.GenerateDraft;

/// <summary>
/// Makes the next version from the template and the case's facts. Refuses with everything that lacks, so that nothing
/// is ever printed as a blank. Refuses while firms are deciding, unless it was said that their round closes.
/// </summary>
/// <param name="Supersede">The officer knows that the open round closes and approvals become superseded.</param>
[Access(Right.TextWrite)]
public sealed record GenerateDraft(CaseId CaseId, bool Supersede) : ICommand<VersionAdded>, ICaseRequest
{
    public Guid OperationId { get; init; }
}
