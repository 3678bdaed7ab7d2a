using Networks.Data;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.Health;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Incubation.ShowNetworkLife;

/// <summary>How a network in effect lives: what it owes, what it planned, what its firms say and pay.</summary>
[Access(Right.CaseRead)]
public sealed record ShowNetworkLife(CaseId CaseId) : IQuery<NetworkLife>, ICaseRequest;

/// <param name="EffectOn">Null before effect: there is nothing to look after yet.</param>
/// <param name="IsIncubated">The incubation runs.</param>
/// <param name="PulseDue">The desk can send one now.</param>
/// <param name="NextPulseOn">Null while one is due or under way.</param>
/// <param name="Pulse">The newest; null before the first.</param>
/// <param name="Renewal">Null where the contract has no end.</param>
/// <param name="StatementOn">Last day for the annual statement; null for a network that files none.</param>
/// <param name="TooFew">Fewer firms are left than law or contract ask for.</param>
/// <param name="MayManage">The person may plan and send.</param>
public sealed record NetworkLife(
    string Network, NetworkKind? Kind, DateOnly? EffectOn, DateOnly? TakenInOn, string? ContractNumber, bool IsIncubated, bool IsOver,
    IReadOnlyList<HealthFinding> Health, bool PulseDue, DateOnly? NextPulseOn, PulseState? Pulse,
    IReadOnlyList<MilestoneRow> Milestones, IReadOnlyList<DutyRow> Duties, RenewalRow? Renewal, DateOnly? StatementOn,
    bool HasFund, IReadOnlyList<ContributionRow> Contributions, IReadOnlyList<FirmChoice> Firms, IReadOnlyList<OpportunityRow> Opportunities, bool TooFew, bool MayManage, DateOnly Today)
{
    public bool IsInEffect => EffectOn is not null;
}

/// <param name="Answers">The firms in the contract's order.</param>
public sealed record PulseState(int Number, DateOnly SentOn, DateOnly LastDay, IReadOnlyList<FirmAnswerRow> Answers);

/// <param name="Replies">Stored words in the order of the questions; empty while silent.</param>
/// <param name="IsOpen">A task about the firm is open.</param>
public sealed record FirmAnswerRow(ParticipantId Participant, string Firm, IReadOnlyList<string> Replies, string? Remark, DateOnly? AnsweredOn, bool IsOpen);

public sealed record MilestoneRow(Guid Id, string Title, DateOnly DueOn, int WorkingDays, DateOnly? DoneOn, string? Outcome)
{
    public bool IsLate => DoneOn is null && WorkingDays < 0;
}

/// <param name="Filing">Where the filing that fulfils it stands; null before it was sent, and where nothing is filed.</param>
/// <param name="FiledOn">Day of that state; null with it.</param>
public sealed record DutyRow(
    Guid Id, string Kind, DateOnly DueOn, int WorkingDays, DutySource Source, string Citation, bool IsToVerify, DateOnly? DoneOn, FilingStatus? Filing, DateOnly? FiledOn)
{
    public string Text => Words.Say($"follow-up.duty-{Kind}");
}

/// <param name="WorkingDays">Left for the notice; negative when its day has passed.</param>
public sealed record RenewalRow(RenewalTerm Term, int WorkingDays, int? NoticeMonths);

/// <param name="DueCents">Null: nobody knows how much.</param>
/// <param name="PaidCents">Null: nothing is known to have been paid.</param>
/// <param name="IsOverdue">Its day has passed and it is not settled.</param>
/// <param name="MayRecord">The person's desk acts for the firm.</param>
public sealed record ContributionRow(
    Guid Id, string Firm, bool IsInitial, DateOnly? DueOn, long? DueCents, DateOnly? PaidOn, long? PaidCents, string? Remark, bool IsSettled, bool IsOverdue, bool MayRecord);

public sealed record FirmChoice(ParticipantId Id, string Name);

/// <param name="SettledOn">Null while the desk looks at it.</param>
public sealed record OpportunityRow(Guid Id, string Title, DateOnly? Deadline, int? WorkingDays, string? Note, DateOnly? SettledOn, string? Outcome);
