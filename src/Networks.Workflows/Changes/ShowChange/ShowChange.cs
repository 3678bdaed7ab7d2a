using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Filings;
using Networks.Data.Signing;
using Networks.Workflows.Access;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.ShowChange;

/// <summary>What has happened to a network since its deed, newest first, and what can be begun now.</summary>
[Access(Right.CaseRead)]
public sealed record ListChanges(CaseId CaseId) : IQuery<ChangeList>, ICaseRequest;

/// <param name="MayManage">The reader may begin a change.</param>
public sealed record ChangeList(string Network, CaseStatus Status, IReadOnlyList<ChangeRow> Rows, bool MayManage);

/// <param name="Firm">Null where it is about the whole network.</param>
public sealed record ChangeRow(Guid Change, ChangeKind Kind, ChangeStatus Status, string? Firm, DateOnly OpenedOn, DateOnly? EffectiveOn, DateOnly? EndedOn, int Open);

/// <summary>One change with everything that it asks for.</summary>
/// <param name="Change">The change, or one of its lines or votes, as a task names it.</param>
[Access(Right.CaseRead)]
public sealed record ShowChange(CaseId CaseId, Guid Change) : IQuery<ChangeView>, ICaseRequest;

/// <param name="Cause">Stored word; null where the kind has none.</param>
/// <param name="AwaitsDocument">The desk can bring in the document now.</param>
/// <param name="FrozenPdf">What is to be signed; null while no text was made.</param>
/// <param name="SignatureCheck">What was found in the signed file; null where none was compared.</param>
/// <param name="Amended">What an amendment changes; empty for the other kinds.</param>
/// <param name="AwaitsFund">The desk can write down what is left of the common fund.</param>
/// <param name="AwaitsEnd">The desk can confirm the last day of the network.</param>
/// <param name="MayManage">The reader leads the case.</param>
/// <param name="MayGiveUp">Nothing irreversible has happened.</param>
public sealed record ChangeView(
    Guid Change,
    string Network,
    ChangeKind Kind,
    ChangeStatus Status,
    string? Firm,
    string? Cause,
    string? Text,
    DateOnly OpenedOn,
    DateOnly? EndedOn,
    DateOnly? NoticeOn,
    DateOnly? EffectiveOn,
    DateOnly? DocumentOn,
    FileId? Document,
    string? Notary,
    string? Repertorio,
    bool AwaitsDocument,
    IReadOnlyList<ChangeBallot> Votes,
    bool? Agreed,
    DateOnly? VoteLastDay,
    IReadOnlyList<ChangeLine> Lines,
    IReadOnlyList<ChangeFiling> Filings,
    IReadOnlyList<AmendmentLine> Amended,
    bool AwaitsFund,
    bool AwaitsEnd,
    FileId? WordFile,
    FileId? FrozenPdf,
    ChangeSigned? SignatureCheck,
    DateOnly Today,
    bool MayManage,
    bool MayGiveUp)
{
    public int Entered => Filings.Count(f => f.Status == FilingStatus.Entered);
}

/// <param name="Summary">The verdict in words.</param>
/// <param name="Notes">What does not change the verdict and has to be seen with it.</param>
/// <param name="Firms">Whose representatives signed.</param>
/// <param name="Reason">Why an officer took it all the same; null where that was not needed.</param>
public sealed record ChangeSigned(SignatureVerdict Verdict, string Summary, IReadOnlyList<string> Notes, IReadOnlyList<string> Firms, string? Reason);

/// <param name="Yes">Null while the firm is silent.</param>
/// <param name="Recorded">A desk brought the answer.</param>
/// <param name="MayRecord">The reader's desk may write down an answer given otherwise.</param>
public sealed record ChangeBallot(Guid Vote, string Firm, bool? Yes, DateOnly? On, string? Remark, bool Recorded, bool MayRecord);

/// <param name="IsOpen">Somebody can see to it now.</param>
public sealed record ChangeLine(Guid Line, string Text, DateOnly? DueOn, int? WorkingDays, DateOnly? DoneOn, string? Note, bool IsOpen);

/// <param name="Name">The firm whose position it is entered on, or the network.</param>
/// <param name="Task">Word of the task that is open for it; null while it is not its turn.</param>
public sealed record ChangeFiling(FilingId Filing, string Name, string Chamber, FilingStatus Status, DateOnly? Day, string? Protocol, string? Task);
