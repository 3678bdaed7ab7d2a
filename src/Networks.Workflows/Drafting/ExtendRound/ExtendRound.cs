using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.ExtendRound;

/// <summary>Gives the firms of the open round a later last day. The firms see it on their page; no mail goes out.</summary>
/// <param name="LastDay">A working day after today and after the one before.</param>
[Access(Right.RoundManage)]
public sealed record ExtendRound(CaseId CaseId, DateOnly? LastDay) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => LastDay is null ? [RoundRefusals.LastDayMissing] : [];
}
