using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.RemoveFirm;

/// <summary>
/// A firm leaves before the deed: its tasks close as left, its queued mail is dropped, its link no longer opens. The text
/// names it, so an open round closes and its approvals are superseded. A proposal that was not answered is taken back.
/// Done by the leading desk, or by the firm's own. Refused after the deed: then it takes an amendment or a withdrawal.
/// </summary>
[Access(Right.CaseActForFirm)]
public sealed record RemoveFirm(CaseId CaseId, ParticipantId Participant, string? Reason) : ICommand<RemovedFirm>, ICaseRequest, IChecked
{
    private const int remark = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return IntakeRefusals.ReasonMissing;
        }
        else if (Reason.Length > remark)
        {
            yield return IntakeRefusals.TooLong("reason", remark);
        }
    }
}

/// <param name="Left">Firms that take part after it.</param>
/// <param name="BelowTwo">Fewer than the law wants: no round can be opened until another firm joins.</param>
public sealed record RemovedFirm(int Left, bool BelowTwo, bool RoundClosed);

/// <summary>Everything that removing the firm would do, before it is done.</summary>
[Access(Right.CaseActForFirm)]
public sealed record PreviewRemoval(CaseId CaseId, ParticipantId Participant) : IQuery<Removal>, ICaseRequest;

/// <param name="Network">Empty where it cannot be removed here.</param>
/// <param name="Firm">As the viewer may name it.</param>
/// <param name="Refusal">Why it cannot be removed here; null when it can.</param>
/// <param name="Round">Number of the round that closes; null while none would.</param>
/// <param name="Approvals">Approvals of that round that become superseded.</param>
/// <param name="MailsDropped">Queued mails to the firm that are never sent.</param>
/// <param name="LinkEnds">The firm's mailed link no longer opens.</param>
/// <param name="Told">Names of the officers who get a mail about it.</param>
/// <param name="Roles">Roles in the network that become vacant; keys of words.</param>
public sealed record Removal(
    string Network,
    string Firm,
    bool Proposed,
    Refusal? Refusal,
    int Left,
    bool BelowTwo,
    int? Round,
    int Approvals,
    int MailsDropped,
    bool LinkEnds,
    IReadOnlyList<string> Told,
    IReadOnlyList<string> Roles)
{
    /// <summary>Nothing would happen, and nothing else of the case is told.</summary>
    internal static Removal No(string firm, Refusal refusal) =>
        new("", firm, Proposed: false, refusal, 0, BelowTwo: false, null, 0, 0, LinkEnds: false, [], []);
}
