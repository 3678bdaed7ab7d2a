using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.CloseNetwork;

/// <summary>
/// A network is to end. Where all agree each participant is asked by a link of its own; a cause that has come about by
/// itself asks nobody. Nothing has ended yet: the deed, the fund and the deletions follow.
/// </summary>
/// <remarks>
/// Refused: a network that is not in effect; a cause that the facts do not bear out; another change under way; an entry
/// that a chamber still owes.
/// </remarks>
/// <param name="Cause">One of <see cref="ClosingCauses"/>.</param>
/// <param name="On">Legal day on which the cause came about; null where the participants are still to decide.</param>
/// <param name="LastDay">Until when the participants decide, inclusive; null for the usual term.</param>
/// <param name="Reason">In the desk's words; needed where the aim was missed.</param>
[Access(Right.CaseManage)]
public sealed record OpenClosing(Guid OperationId, CaseId CaseId, string? Cause, DateOnly? On, DateOnly? LastDay, string? Reason)
    : ICommand<OpenedClosing>, ICaseRequest, IChecked
{
    private const int _longestReason = 2000;

    public IEnumerable<Refusal> Faults()
    {
        if (Cause is null || !ClosingCauses.All.Contains(Cause))
        {
            yield return ChangeRefusals.CauseMissing;
        }
        else if (Cause != ClosingCauses.Agreement && On is null)
        {
            yield return ChangeRefusals.DayMissing("on");
        }

        if (Cause == ClosingCauses.NoOutcome && string.IsNullOrWhiteSpace(Reason))
        {
            yield return ChangeRefusals.ReasonMissing;
        }
        else if (Reason?.Length > _longestReason)
        {
            yield return ChangeRefusals.TooLong("reason", _longestReason);
        }
    }
}

/// <param name="Asked">How many participants decide; zero where nobody does.</param>
public sealed record OpenedClosing(Guid Change, int Asked);

/// <summary>What ending this network means, before anything is begun. Looking has no effect.</summary>
[Access(Right.CaseManage)]
public sealed record ShowClosingRule(CaseId CaseId) : IQuery<ClosingRule>, ICaseRequest;

/// <param name="Proposed">The cause that the facts speak for.</param>
/// <param name="TermEndsOn">End of the term that runs, or of the last one; null where the contract has none.</param>
/// <param name="OpenCents">What is still owed to the common fund.</param>
/// <param name="PaidCents">What is known to have been paid into it.</param>
/// <param name="Voters">Whom a decision asks, each with its mailbox.</param>
/// <param name="Deletions">Where the network is deleted from the register.</param>
/// <param name="Refusal">Why it cannot end now; null when it can.</param>
public sealed record ClosingRule(
    string Network, NetworkKind? Kind, string Proposed, int Participants, int Required, DateOnly? EffectOn, DateOnly? TermEndsOn, bool TermRenews,
    bool HasFund, long OpenCents, long PaidCents, IReadOnlyList<ClosingVoter> Voters, IReadOnlyList<ClosingDeletion> Deletions, DateOnly Today, Refusal? Refusal);

/// <param name="Mailbox">Null for a firm that is asked by its desk.</param>
public sealed record ClosingVoter(string Firm, string? Mailbox);

/// <param name="Name">The firm whose position it stands on, or the network.</param>
public sealed record ClosingDeletion(string Name, string Chamber);
