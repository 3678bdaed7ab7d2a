using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.AnswerAsFirm;

/// <summary>
/// The second key: the firm itself says by its mailed link whether it wants to be introduced. With a yes both sides learn
/// both names at the same instant, and the firm is proposed to the case. The link is the credential: whoever does not
/// hold it finds nothing. Refused: an answer after the end.
/// </summary>
[Access(Right.Public)]
public sealed record AnswerAsFirm(CaseId CaseId, string Token, bool? Yes, string? Reason) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <summary>Whom the link of an introduction stands for. It opens nothing but that introduction.</summary>
[Access(Right.Public)]
public sealed record IdentifyAskedFirm(string Token) : IQuery<AskedFirm>;

/// <param name="Language">Two letters; the one in which the firm is written to.</param>
public sealed record AskedFirm(Actor Actor, string Language);

/// <summary>What the firm sees by its link. Looking has no effect.</summary>
[Access(Right.Public)]
public sealed record ShowFirmIntroduction(string Token) : IQuery<FirmIntroduction>;

/// <param name="AskingDesk">And its network: null before the firm's own yes.</param>
/// <param name="CanAnswer">It is the firm's turn.</param>
/// <param name="Language">Two letters; the one in which the firm is written to.</param>
public sealed record FirmIntroduction(
    CaseId CaseId, string Firm, string HoldingDesk, string? AskingDesk, string? Network, string Need, string Message, IntroductionStatus Status,
    DateOnly AskedOn, DateOnly? DeskAnsweredOn, DateOnly? FirmAnsweredOn, DateOnly? EndedOn, DateOnly LastDay, bool CanAnswer, string Language)
{
    /// <summary>The newest meeting that was not called off; null without one.</summary>
    public FirmMeeting? Meeting { get; init; }
}

/// <param name="Times">To choose from, in order; empty once one was chosen.</param>
public sealed record FirmMeeting(string Place, IReadOnlyList<DateTimeOffset> Times, DateTimeOffset? StartsAt);
