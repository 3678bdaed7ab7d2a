using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListMyTasks;

/// <summary>
/// What the person's desk has to do now and whom it waits for, over all its cases. The number of statements does not
/// depend on how much there is.
/// </summary>
[Access(Right.OwnAccount)]
public sealed record ListMyTasks : IQuery<MyTasks>;

/// <param name="Rows">Everything to do, in the order of the groups and, inside a group, of urgency.</param>
/// <param name="Waiting">What others have the turn for, within their time.</param>
/// <param name="Coming">The nearest day that is not to do yet; null when none is known.</param>
/// <param name="Start">Whether the desk has what it needs to begin.</param>
public sealed record MyTasks(DateOnly Today, IReadOnlyList<TaskRow> Rows, IReadOnlyList<TaskRow> Waiting, ComingDay? Coming, DeskStart Start);

/// <summary>The three steps of a desk that begins.</summary>
/// <param name="HasDesk">Whether the person works at a desk at all.</param>
public sealed record DeskStart(bool HasDesk, bool HasColleagues, bool HasFirms, bool HasCases);
