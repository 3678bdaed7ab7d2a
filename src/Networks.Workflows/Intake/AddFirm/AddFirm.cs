using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.AddFirm;

/// <summary>
/// Firms join a running case before the deed. A firm of the desk takes part at once and is asked in an open working
/// round; a firm of another desk is proposed. While firms approve or sign a frozen text a new firm voids it, which needs
/// the explicit yes. Refused after the deed: then a firm joins by accession.
/// </summary>
[Access(Right.CaseManage)]
public sealed record AddFirm(CaseId CaseId, string? Firms) : ICommand<AddedFirms>, ICaseRequest
{
    public Guid OperationId { get; init; }

    public IReadOnlyList<FirmFacts> Details { get; init; } = [];

    /// <summary>The officer has read that the round of the frozen text is void and must be repeated.</summary>
    public bool RepeatRound { get; init; }
}

/// <param name="RoundVoided">A frozen text was voided: it goes back to the desk to be prepared again.</param>
public sealed record AddedFirms(int Firms, int DesksAsked, bool RoundVoided);

/// <summary>What adding a firm now would mean.</summary>
[Access(Right.CaseManage)]
public sealed record ShowJoining(CaseId CaseId) : IQuery<JoiningNow>, ICaseRequest;

/// <param name="Refusal">Why no firm can join any more; null while one can.</param>
/// <param name="WorkingRoundOpen">A new firm would be asked in the open round too.</param>
/// <param name="Frozen">Firms approve or sign a frozen text, which a new firm voids.</param>
public sealed record JoiningNow(string Network, Refusal? Refusal, bool WorkingRoundOpen, bool Frozen);
