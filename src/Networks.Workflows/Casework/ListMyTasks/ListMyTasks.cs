using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListMyTasks;

/// <summary>
/// What the person's desk has to do now and whom it waits for, over all its cases. The number of statements does not
/// depend on how much there is.
/// </summary>
[Access(Right.OwnAccount)]
public sealed record ListMyTasks(TaskScope Scope = TaskScope.Desk) : IQuery<MyTasks>;

/// <summary>Whose cases the list is about.</summary>
public enum TaskScope
{
    /// <summary>
    /// Those that the person follows: of its desk's people it was the last to write in the case, or nobody of them has
    /// written in it yet.
    /// </summary>
    Mine,

    /// <summary>Those of the person's desk.</summary>
    Desk,

    /// <summary>Every case that the person may read, with what the other desks have to do in it.</summary>
    All,
}

/// <param name="Rows">Everything to do, in the order of the groups and, inside a group, of urgency.</param>
/// <param name="Scope">What is really shown: who works at no desk sees everything that it may.</param>
/// <param name="Others">What other desks have to do in cases that they lead; only with <see cref="TaskScope.All"/>.</param>
/// <param name="Waiting">What others have the turn for, within their time.</param>
/// <param name="Coming">The nearest day that is not to do yet; null when none is known.</param>
/// <param name="Start">Whether the desk has what it needs to begin.</param>
public sealed record MyTasks(
    TaskScope Scope, DateOnly Today, IReadOnlyList<TaskRow> Rows, IReadOnlyList<TaskRow> Others, IReadOnlyList<TaskRow> Waiting, ComingDay? Coming, DeskStart Start);

/// <summary>The three steps of a desk that begins.</summary>
/// <param name="HasDesk">Whether the person works at a desk at all.</param>
public sealed record DeskStart(bool HasDesk, bool HasColleagues, bool HasFirms, bool HasCases);
