using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.SuspendCase;

/// <summary>
/// Lets a case rest, with the reason: nobody can do a task of it, no reminder and no deadline comes, queued mail waits.
/// Reading, notes and corrections go on. Refused for a case that rests already or is closed.
/// </summary>
/// <param name="Reason">In the desk's own words.</param>
[Access(Right.CaseManage)]
public sealed record SuspendCase(Guid OperationId, CaseId CaseId, string? Reason) : ICommand<Done>, ICaseRequest, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        if (Reason is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.suspend-reason-missing") { Field = "reason" };
        }
        else if (Reason.Length > 1000)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", 1000) { Field = "reason" };
        }
    }
}

/// <summary>
/// The case goes on. What came due meanwhile comes due on the next working day, so that nobody is reminded or overtaken
/// by a deadline in the same minute; mail that waited leaves. Refused when the case does not rest.
/// </summary>
[Access(Right.CaseManage)]
public sealed record ResumeCase(Guid OperationId, CaseId CaseId) : ICommand<Done>, ICaseRequest, IWhileSuspended;

/// <summary>What rests with the case; nothing is changed.</summary>
[Access(Right.CaseManage)]
public sealed record PreviewSuspending(CaseId CaseId) : IQuery<SuspendingPreview>, ICaseRequest;

/// <param name="Since">Since when it rests; null while it runs.</param>
/// <param name="Due">Timers that came due while it rested.</param>
/// <param name="Closed">It is closed without outcome: there is nothing to let rest.</param>
public sealed record SuspendingPreview(string Network, DateOnly? Since, int Tasks, int Timers, int QueuedMails, int Due, bool Closed);
