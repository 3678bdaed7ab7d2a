using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.HandOverTask;

/// <summary>
/// Puts an open task into the hands of a colleague of the own desk, gives it back to the whole desk, or gives a task that
/// a desk has for its firm to the leading desk. Whoever ends it later, the journal says in whose place. Refused when the
/// task is done meanwhile, and for who does not work at the desk that has it or leads the case.
/// </summary>
/// <param name="To">The colleague; null together with <paramref name="Leading"/> false: anybody of the desk again.</param>
/// <param name="Leading">To the leading desk.</param>
[Access(Right.CaseNote)]
public sealed record HandOverTask(Guid OperationId, CaseId CaseId, Guid Item, OfficerId? To, bool Leading) : ICommand<Done>, IUndoable;

/// <summary>The task and who could have it.</summary>
[Access(Right.CaseNote)]
public sealed record PreviewHandOver(CaseId CaseId, Guid Item) : IQuery<HandOverPreview>, ICaseRequest;

/// <param name="Task">Its sentence.</param>
/// <param name="InHand">Who has it in hand; null for anybody of the desk.</param>
/// <param name="LeadingDesk">Name of the desk that it can be given to; null when it has it already.</param>
public sealed record HandOverPreview(string Network, string Task, string? InHand, IReadOnlyList<Colleague> Colleagues, string? LeadingDesk);

public sealed record Colleague(OfficerId Id, string Name);
