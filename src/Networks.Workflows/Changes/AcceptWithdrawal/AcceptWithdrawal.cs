using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.AcceptWithdrawal;

/// <summary>
/// What was simulated begins: exactly the listed lines become tasks and filings. Before the deed the firms leave at once;
/// after it they stay until the deed of all or the end of the notice.
/// </summary>
/// <remarks>Refused: a list that is no longer what would follow; firms that do not take part or leave already.</remarks>
/// <param name="Stamp">Of the simulation that the officer read.</param>
/// <param name="Reason">In the firm's or the desk's words.</param>
[Access(Right.CaseManage)]
public sealed record AcceptWithdrawal(
    Guid OperationId, CaseId CaseId, IReadOnlyList<ParticipantId> Firms, string? Cause, DateOnly? On, string? Stamp, string? Reason)
    : ICommand<AcceptedWithdrawal>, ICaseRequest, IChecked
{
    private const int _longestReason = 2000;

    public IEnumerable<Refusal> Faults()
    {
        if (Firms.Count == 0)
        {
            yield return ChangeRefusals.FirmMissing;
        }

        if (Cause is null || !WithdrawalCauses.All.Contains(Cause))
        {
            yield return ChangeRefusals.CauseMissing;
        }

        if (On is null)
        {
            yield return ChangeRefusals.DayMissing("on");
        }

        if (Reason?.Length > _longestReason)
        {
            yield return ChangeRefusals.TooLong("reason", _longestReason);
        }
    }
}

/// <param name="Changes">One for each firm, in the order of the contract.</param>
/// <param name="Left">The firms are out already.</param>
public sealed record AcceptedWithdrawal(IReadOnlyList<Guid> Changes, int ToDo, bool Left);
