using Networks.Data;
using Networks.Data.Duties;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.FollowUp.ShowDuty;

/// <summary>One duty of a network with its source.</summary>
[Access(Right.CaseRead)]
public sealed record ShowDuty(CaseId CaseId, Guid DutyId) : IQuery<DutyView>, ICaseRequest;

/// <param name="WorkingDays">From today to the last day; negative when it has passed.</param>
/// <param name="DoneOn">Null while it is open.</param>
/// <param name="MayFulfil">The person may say that it was seen to.</param>
public sealed record DutyView(
    string NetworkName, string Kind, DateOnly DueOn, int WorkingDays, DutySource Source, string Citation, bool IsToVerify,
    DateOnly? DoneOn, string? DoneNote, bool MayFulfil, DateOnly Today)
{
    /// <summary>What is to be done, in the current UI language.</summary>
    public string Text => Words.Say($"follow-up.duty-{Kind}");

    /// <summary>How it is done and why, in the current UI language.</summary>
    public string Hint => Words.Say($"follow-up.hint-{Kind}");
}
