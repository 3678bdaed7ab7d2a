using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.ReviseText;

/// <summary>
/// The text is to be changed: the open round closes and its answers no longer count (superate). A new version and a new
/// round follow.
/// </summary>
/// <param name="Reason">Why, in the officer's words; the firms see it on their page.</param>
[Access(Right.RoundManage)]
public sealed record ReviseText(CaseId CaseId, string? Reason) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => string.IsNullOrWhiteSpace(Reason) ? [RoundRefusals.ReasonMissing] : [];
}
