using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.HandOverMany;

/// <summary>
/// Puts several open tasks, and all that the person's desk has open in several networks, into the hands of a colleague.
/// </summary>
/// <param name="To">Null gives it back to the whole desk.</param>
[Access(Right.DeskWork)]
public sealed record HandOverMany(Guid OperationId, IReadOnlyList<Guid> Items, IReadOnlyList<CaseId> Networks, OfficerId? To, bool Confirmed) : IBulk, IChecked
{
    public IEnumerable<Refusal> Faults() => BulkLimits.Faults(Items.Count + Networks.Count);
}

/// <summary>All that the person's desk has open in a network goes into the hands of a colleague, or back to the whole desk.</summary>
/// <remarks>Refused: the desk has nothing open in it, or the colleague has it all in hand already.</remarks>
[Access(Right.CaseNote)]
public sealed record HandOverNetwork(Guid OperationId, CaseId CaseId, OfficerId? To) : ICommand<TasksHandedOver>, IUndoable;

/// <param name="Count">Tasks that have changed hands.</param>
public sealed record TasksHandedOver(int Count);

/// <summary>Who works at the person's desk and could have a task in hand, by name.</summary>
[Access(Right.DeskWork)]
public sealed record ListColleagues : IQuery<IReadOnlyList<Colleague>>;
