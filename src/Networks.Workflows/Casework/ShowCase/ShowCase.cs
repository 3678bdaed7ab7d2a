using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowCase;

/// <summary>Everything with which a colleague can answer the phone about a network.</summary>
[Access(Right.CaseRead)]
public sealed record ShowCase(CaseId CaseId) : IQuery<CaseView>, ICaseRequest;

/// <param name="Effect">Null once the case is closed without outcome.</param>
/// <param name="Missing">What has to happen before the case goes on, the first thing first.</param>
/// <param name="History">The newest rows.</param>
/// <param name="MoreHistory">Whether there are older ones.</param>
public sealed record CaseView(
    CaseHead Head,
    CaseMay May,
    IReadOnlyList<PhaseSpan> Phases,
    EffectStatement? Effect,
    IReadOnlyList<FirmLine> Firms,
    IReadOnlyList<MissingTask> Missing,
    IReadOnlyList<PlannedStep> Steps,
    TurnReport Turns,
    IReadOnlyList<HistoryRow> History,
    bool MoreHistory);

/// <param name="State">The second half of the page's title.</param>
/// <param name="ClosedReason">A word of the reasons for closing; null while it is not closed.</param>
/// <param name="Suspended">Null while the case runs.</param>
/// <param name="StandsStill">Whether the service failed in a step and the administrator has to have it tried again.</param>
public sealed record CaseHead(
    CaseId Id,
    string Reference,
    string Network,
    string Need,
    NetworkKind? Kind,
    bool HasFund,
    string OwnerDesk,
    IReadOnlyList<string> OtherDesks,
    int Firms,
    int Chambers,
    string Procedure,
    CaseStatus Status,
    CasePhase Phase,
    CaseState State,
    string? ClosedReason,
    Suspension? Suspended,
    bool StandsStill,
    DateOnly Today);

/// <param name="Reason">In the desk's words; null when it was erased.</param>
public sealed record Suspension(DateOnly Since, string? Reason);

/// <summary>Where a case stands, in half a sentence: "in iscrizione, 3 di 4".</summary>
public sealed record CaseState(string Key, params object[] Values)
{
    public string Text => Words.Say($"casework.state-{Key}", Values);
}

/// <summary>What the reader may do here; the pages ask again.</summary>
public sealed record CaseMay(bool Note, bool Manage, bool Correct, bool ActForFirms, bool WriteText)
{
    /// <summary>Whether the last act was the reader's and can still be taken back.</summary>
    public bool Undo { get; init; }
}

/// <param name="From">Null while the phase lies ahead.</param>
/// <param name="Until">Null while it lasts or lies ahead.</param>
public sealed record PhaseSpan(CasePhase Phase, DateOnly? From, DateOnly? Until, bool IsHere);

/// <summary>The legal-effect line: computed by the rule, confirmed by a person.</summary>
/// <param name="Sentence">Key of the set "casework" after <c>effect-</c>.</param>
/// <param name="Missing">Whose entry is missing and at which chamber.</param>
/// <param name="Citation">The provision behind the formula; null while the kind is not chosen.</param>
public sealed record EffectStatement(string Sentence, DateOnly? Day, DateOnly? ConfirmedDay, IReadOnlyList<MissingEntry> Missing, string? Formula, string? Citation, bool ToVerify)
{
    public bool IsConfirmed => ConfirmedDay is not null;

    public string Text => Words.Say($"casework.effect-{Sentence}", Day is { } day ? day : "", ConfirmedDay is { } confirmed ? confirmed : "");
}

public sealed record MissingEntry(string Who, string Chamber);

/// <summary>Where a firm stands with the text.</summary>
public enum TextState
{
    NotAsked,

    /// <summary>Asked, no answer yet.</summary>
    Silent,

    /// <summary>Approved the text that holds.</summary>
    Current,

    /// <summary>Approved an earlier text: superata.</summary>
    Earlier,

    Objects,
    WantsToTalk,
}

/// <param name="Role">Key of its role after <c>casework.role-</c>; null for none.</param>
/// <param name="TextVersion">The version that it approved or was asked about; null when it was not asked.</param>
/// <param name="HasSigned">Null while there is nothing to sign.</param>
/// <param name="Filing">Null where the firm has no filing of its own.</param>
/// <param name="Contact">Null for the reader who may not know it.</param>
/// <param name="Blocks">Whether the phase waits for this firm or for its desk or chamber.</param>
public sealed record FirmLine(
    Guid Participant,
    string Firm,
    string? Role,
    string? Rea,
    string Desk,
    bool IsOwnDesk,
    ParticipantStatus Status,
    DateOnly? LeftOn,
    TextState Text,
    int? TextVersion,
    string? Clause,
    bool? HasSigned,
    DateOnly? SignedOn,
    FilingLine? Filing,
    FirmContact? Contact,
    DateOnly? LastContactOn,
    bool Blocks);

public sealed record FilingLine(Guid Id, Data.Filings.FilingStatus Status, DateOnly? Day, string Chamber, string? ProtocolNumber, string? Reason);

public sealed record FirmContact(string? Name, string? Phone, string? Email);

/// <param name="MayAct">Whether the reader's desk can do it.</param>
public sealed record MissingTask(TaskRow Row, bool MayAct);

/// <summary>A next step of the reader's own desk.</summary>
public sealed record PlannedStep(Guid Id, string Text, DateOnly DueOn, int DaysLeft, bool IsDone);

/// <param name="From">The first day of the clock.</param>
/// <param name="IsRunning">False once the network is in effect or the case is closed.</param>
public sealed record TurnReport(DateOnly From, bool IsRunning, IReadOnlyList<Turn> Turns, IReadOnlyList<TurnShare> Shares)
{
    public int WorkingDays => Shares.Sum(s => s.WorkingDays);
}
