using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.RecordAnswerOtherwise;

namespace Networks.Workflows.Drafting.ShowRound;

/// <summary>Where the newest round of a case stands, firm by firm. A co-desk sees other desks' firms without contacts.</summary>
[Access(Right.CaseRead)]
public sealed record ShowRound(CaseId CaseId) : IQuery<RoundView>, ICaseRequest;

/// <param name="Round">Null before the first round.</param>
/// <param name="MayManage">Whether the person leads the case.</param>
/// <param name="Withdrawable">Reminders that can still be taken back.</param>
public sealed record RoundView(string Network, RoundOnView? Round, IReadOnlyList<FirmInRound> Firms, bool MayManage, int Withdrawable)
{
    public int Approved => Firms.Count(f => f.Decision == FirmDecision.Approved && !f.HasLeft);

    public int Asked => Firms.Count(f => !f.HasLeft);

    public IReadOnlyList<FirmInRound> Silent => [.. Firms.Where(f => f is { Decision: FirmDecision.None, HasLeft: false })];

    public IReadOnlyList<FirmInRound> Remindable => [.. Silent.Where(f => f.MayRemind)];
}

/// <param name="Hash">Of the frozen PDF in a final round, of the text's words before.</param>
/// <param name="IsOver">The last day has passed and the desk must decide on the silent ones.</param>
public sealed record RoundOnView(
    RoundId Id, int Number, RoundKind Kind, RoundStatus Status, DateOnly LastDay, int WorkingDaysLeft, bool IsOver, int TextNumber, string Hash, string? Message);

/// <param name="Person">Null where the desk may not see contacts.</param>
/// <param name="SilentDays">Working days since it was asked; zero when it has answered.</param>
/// <param name="NextReminderOn">Day of the next automatic one; null when none is planned.</param>
/// <param name="Channel">How the answer came; null for the link.</param>
/// <param name="StrangeName">A name that did not count and was kept as a comment; null when none.</param>
public sealed record FirmInRound(
    ParticipantId Participant,
    string Firm,
    string Desk,
    bool MayAct,
    string? Person,
    string? Address,
    string? Phone,
    FirmDecision Decision,
    bool HasLeft,
    DateTimeOffset? AnsweredAt,
    int SilentDays,
    int RemindersSent,
    int MailsThisWeek,
    bool MayRemind,
    DateOnly? NextReminderOn,
    string? Clause,
    string? Words,
    AnswerChannel? Channel,
    string? StrangeName,
    bool WantsCall,
    string? ReminderText);
