using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.UndoLastAct;

/// <summary>
/// Takes back the last act on a case: its rows stand as before, its mails do not leave; the history keeps the act and
/// its taking back. Only by whom it was done, within the grace time, while nothing else has happened in the case and no
/// mail of it has left.
/// </summary>
[Access(Right.CaseNote)]
public sealed record UndoLastAct(Guid OperationId, CaseId CaseId) : ICommand<Done>, ICaseRequest;

/// <summary>How long an act can be taken back.</summary>
public sealed record UndoGrace(TimeSpan Time)
{
    public static readonly UndoGrace Usual = new(TimeSpan.FromMinutes(5));
}
