using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.UndoHandOver;

/// <summary>Takes back a hand-over of several tasks and networks: what is still as it left it goes back to whom it was with.</summary>
/// <param name="HandOver">Operation of the hand-over.</param>
/// <param name="Items">As they were handed over.</param>
/// <param name="Networks">As they were handed over.</param>
[Access(Right.DeskWork)]
public sealed record UndoHandOver(Guid OperationId, Guid HandOver, IReadOnlyList<Guid> Items, IReadOnlyList<CaseId> Networks, bool Confirmed) : IBulk, IChecked
{
    public IEnumerable<Refusal> Faults() => BulkLimits.Faults(Items.Count + Networks.Count);
}

/// <summary>Takes back what one act of the person has handed over in a network.</summary>
/// <param name="Act">Operation of that act.</param>
/// <remarks>Refused: the grace time is over, or the tasks are done or in other hands meanwhile.</remarks>
[Access(Right.CaseNote)]
public sealed record UndoHandOverOf(Guid OperationId, CaseId CaseId, Guid Act) : ICommand<TasksTakenBack>, ICaseRequest;

/// <param name="Count">Tasks that are with whom they were before.</param>
public sealed record TasksTakenBack(int Count);
