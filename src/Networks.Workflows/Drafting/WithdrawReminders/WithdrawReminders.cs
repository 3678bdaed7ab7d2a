using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.WithdrawReminders;

/// <summary>Takes back the reminders that have not left yet: within ten seconds of sending them.</summary>
[Access(Right.RoundManage)]
public sealed record WithdrawReminders(CaseId CaseId) : ICommand<RemindersWithdrawn>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

public sealed record RemindersWithdrawn(int Count);
