using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.CompleteIntake;

/// <summary>
/// The leading desk has what drafting needs. Refused while something is missing without which no text can be prepared;
/// the list of <see cref="ReviewIntake"/> says what.
/// </summary>
[Access(Right.CaseManage)]
public sealed record CompleteIntake(CaseId CaseId) : ICommand<Done>, IUndoable
{
    public Guid OperationId { get; init; }
}

/// <summary>What is missing before the text can be prepared, and what should be looked at meanwhile.</summary>
[Access(Right.CaseRead)]
public sealed record ReviewIntake(CaseId CaseId) : IQuery<IntakeReview>, ICaseRequest;

/// <param name="Open">The task of completing the intake is open.</param>
/// <param name="Gaps">Blocking ones first.</param>
public sealed record IntakeReview(string Network, int Firms, bool Open, bool Mine, IReadOnlyList<IntakeGap> Gaps)
{
    public bool CanComplete => Open && !Gaps.Any(g => g.Blocks);
}

/// <summary>Where a gap is closed.</summary>
public enum GapPlace
{
    Kind,
    AddFirm,
    Firm,

    /// <summary>Nothing to do here: another desk answers.</summary>
    Elsewhere,
}

/// <param name="Code">Stored word; also the key of its sentence.</param>
/// <param name="Blocks">Without it the intake cannot be completed; otherwise it can be done before the text goes out.</param>
/// <param name="Participant">The firm that it is about; null when it is about the network.</param>
public sealed record IntakeGap(string Code, bool Blocks, GapPlace Place, ParticipantId? Participant, params object[] Values)
{
    public string Text => Words.Say(Code, Values);
}
