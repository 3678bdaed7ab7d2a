using Networks.Data;
using Networks.Data.Duties;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.FollowUp.ShowDuty;

/// <summary>One duty of a network with its source.</summary>
[Access(Right.CaseRead)]
public sealed record ShowDuty(CaseId CaseId, Guid DutyId) : IQuery<DutyView>, ICaseRequest;

/// <param name="WorkingDays">From today to the last day; negative when it has passed.</param>
/// <param name="DoneOn">Null while it is open.</param>
/// <param name="Filing">The filing that fulfils it; null before it was sent, and where nothing is filed.</param>
/// <param name="Filed">It is fulfilled by a filing at a chamber (the annual statement).</param>
/// <param name="MayFulfil">The person may say that it was seen to.</param>
public sealed record DutyView(
    string NetworkName, string Kind, DateOnly DueOn, int WorkingDays, DutySource Source, string Citation, bool IsToVerify,
    DateOnly? DoneOn, string? DoneNote, bool Filed, DutyFiling? Filing, bool MayFulfil, DateOnly Today)
{
    /// <summary>What is to be done, in the current UI language.</summary>
    public string Text => Words.Say($"follow-up.duty-{Kind}");

    /// <summary>How it is done and why, in the current UI language.</summary>
    public string Hint => Words.Say($"follow-up.hint-{Kind}");
}

/// <summary>Where the filing of a duty stands.</summary>
/// <param name="ReasonWord">Stored word of the suspension or rejection; null when there is none.</param>
/// <param name="ReasonWords">The chamber's own words; null when none.</param>
public sealed record DutyFiling(
    FilingId Id, FilingStatus Status, string Chamber, DateOnly? SentOn, string? Protocol, string? ReasonWord, string? ReasonWords, DateOnly? EnteredOn, FileId? Receipt)
{
    public static DutyFiling Of(Filing filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        var reason = filing.Reason?.Split(": ", 2);
        return new(
            filing.Id, filing.Status, Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode, filing.SentOn, filing.ProtocolNumber,
            reason?[0], reason is [_, var words] ? words : null, filing.EnteredOn, filing.Receipt);
    }
}
