using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.ConfirmFirm;

/// <summary>What the firm said to its desk.</summary>
public enum FirmReply
{
    /// <summary>It takes part and may be named to the desk that asked.</summary>
    TakesPart,

    DoesNot,
}

/// <summary>
/// The desk that follows a proposed firm answers for it. With a yes the firm takes part and its name becomes visible to
/// the case; with a no nothing but the reason goes out. Refused: a second answer, an answer after the deed.
/// </summary>
[Access(Right.ProposalAnswer)]
public sealed record ConfirmFirm(CaseId CaseId, ParticipantId Participant, FirmReply? Reply) : ICommand<FirmConfirmed>, IUndoable, IChecked
{
    private const int remark = 2000;

    public Guid OperationId { get; init; }

    /// <summary>How the firm said yes, a stored word of <see cref="PrivacyNotice.Ways"/>; needed with a yes.</summary>
    public string? How { get; init; }

    /// <summary>Needed with a no; the asking desk reads it.</summary>
    public string? Reason { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Reply is null)
        {
            yield return IntakeRefusals.ReplyMissing;
        }

        if (Reply == FirmReply.TakesPart && (How is null || !PrivacyNotice.Ways.Contains(How)))
        {
            yield return IntakeRefusals.HowMissing;
        }

        if (Reply == FirmReply.DoesNot && string.IsNullOrWhiteSpace(Reason))
        {
            yield return IntakeRefusals.ReasonMissing;
        }

        if (Reason?.Length > remark)
        {
            yield return IntakeRefusals.TooLong("reason", remark);
        }
    }
}

/// <param name="RoundVoided">Firms were approving or signing a frozen text, which the new firm voided.</param>
public sealed record FirmConfirmed(bool TakesPart, bool RoundVoided);

/// <summary>What the asked desk sees before it answers: who asks, for what, and its own firm. No other firm, no name of the network.</summary>
[Access(Right.ProposalAnswer)]
public sealed record ShowProposal(CaseId CaseId, ParticipantId Participant) : IQuery<Proposal>, ICaseRequest;

/// <param name="Mine">The viewer's desk follows the firm. Other desks that read the case learn only that it is not theirs to answer.</param>
/// <param name="Firm">The firm as the desk's own file names it; its tax code to a desk that may not read the name.</param>
/// <param name="Contact">Whom to call; null while unknown.</param>
/// <param name="Answered">The answer was given already.</param>
/// <param name="Refusal">Why no answer is taken here; null while one is.</param>
/// <param name="Frozen">A yes voids the text that firms are approving or signing.</param>
public sealed record Proposal(
    bool Mine,
    string AskingDesk,
    string? AskingPhone,
    string Need,
    DateOnly AskedOn,
    string Firm,
    string TaxCode,
    string? Contact,
    string? Phone,
    string? Email,
    bool Answered,
    Refusal? Refusal,
    bool Frozen);
