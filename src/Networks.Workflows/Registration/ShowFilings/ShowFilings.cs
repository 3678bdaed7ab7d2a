using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration.ShowFilings;

/// <summary>The filings of a network, chamber by chamber, and the day of effect that they make.</summary>
[Access(Right.CaseRead)]
public sealed record ShowFilings(CaseId CaseId) : IQuery<FilingsView>, ICaseRequest;

/// <summary>One filing, to act on it.</summary>
[Access(Right.CaseActForFirm)]
public sealed record ShowFiling(CaseId CaseId, FilingId FilingId) : IQuery<FilingView>, ICaseRequest;

/// <param name="Kind">Null while it is not chosen: then there are no rows.</param>
/// <param name="DeedOn">Null before the deed: rows then say what will be needed.</param>
/// <param name="Effect">Computed from the entries; null while one is missing.</param>
/// <param name="EffectOn">Confirmed by a person; null before.</param>
/// <param name="LaterReference">The impresa di riferimento where it joined later and has no row here; null otherwise.</param>
/// <param name="MayManage">May name the reference enterprise.</param>
/// <param name="MayConfirm">May confirm the day of effect.</param>
public sealed record FilingsView(
    string NetworkName,
    NetworkKind? Kind,
    DateOnly? DeedOn,
    DateOnly? Effect,
    DateOnly? EffectOn,
    IReadOnlyList<FilingRow> Rows,
    FeesOfNetwork? Fees,
    string? LaterReference,
    bool MayManage,
    bool MayConfirm)
{
    public int Entered => Rows.Count(r => r.EnteredOn is not null);

    public bool Planned => Rows.Any(r => r.Filing is not null);

    public IEnumerable<FilingRow> Missing => Rows.Where(r => r.EnteredOn is null);
}

/// <param name="Filing">Null before the deed: the row only says what will be needed.</param>
/// <param name="Participant">Null for the own entry of a network with legal personality.</param>
/// <param name="Chamber">Null where the firm's province of register is not known.</param>
/// <param name="ReasonWord">Stored word of the suspension or rejection; null when there is none.</param>
/// <param name="ReasonWords">The chamber's own words; null when none.</param>
/// <param name="WaitingDays">Working days since it was sent, or since it is to be sent; null when nothing is open.</param>
/// <param name="DueOn">Last day of the open task; null when nothing is open.</param>
/// <param name="EventNumber">Row of the history that recorded the entry, for a dated correction; null before.</param>
/// <param name="MayAct">The person's desk acts for it.</param>
public sealed record FilingRow(
    FilingId? Filing,
    ParticipantId? Participant,
    string Name,
    string? Chamber,
    string Desk,
    bool IsReference,
    FilingStatus Status,
    DateOnly? SentOn,
    string? Protocol,
    string? ReasonWord,
    string? ReasonWords,
    DateOnly? EnteredOn,
    FileId? Receipt,
    WaitsFor? WaitsFor,
    int? WaitingDays,
    DateOnly? DueOn,
    int? EventNumber,
    bool MayAct);

/// <param name="Today">Legal day, offered as the day of the outcome.</param>
/// <param name="DeedOn">Of what is entered: no day can be before it. For an annual statement, the end of its year.</param>
/// <param name="Change">The later change that it enters; null for the first registration.</param>
/// <param name="Duty">The duty that it fulfils, as the annual statement; null for entries of contract and changes.</param>
public sealed record FilingView(string NetworkName, FilingRow Row, DateOnly DeedOn, DateOnly Today, Guid? Change, Guid? Duty);
