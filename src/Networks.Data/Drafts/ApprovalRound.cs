namespace Networks.Data.Drafts;

public enum RoundKind
{
    /// <summary>Freezes nothing, needs no code.</summary>
    Working,

    /// <summary>Freezes the PDF; approving needs the mailed code.</summary>
    Final,
}

public enum RoundStatus
{
    Open,

    /// <summary>All answered.</summary>
    Closed,

    /// <summary>The text or the firms changed; the answers no longer count.</summary>
    Superseded,
}

/// <summary>A text put to the firms, with a last day.</summary>
public sealed class ApprovalRound
{
    private readonly List<FirmAnswer> _answers = [];

    private ApprovalRound()
    {
    }

    public ApprovalRound(RoundId id, CaseId caseId, int number, DraftId draftId, RoundKind kind, DateOnly lastDay, DateTimeOffset openedAt)
    {
        Id = id;
        CaseId = caseId;
        Number = number;
        DraftId = draftId;
        Kind = kind;
        LastDay = lastDay;
        OpenedAt = openedAt;
    }

    public RoundId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>From 1 within the case.</summary>
    public int Number { get; private set; }

    public DraftId DraftId { get; private set; }

    public RoundKind Kind { get; private set; }

    /// <summary>Last day to answer, inclusive. Extending moves it.</summary>
    public DateOnly LastDay { get; set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public RoundStatus Status { get; private set; } = RoundStatus.Open;

    /// <summary>The desk's words to the firms; null when none.</summary>
    public string? Message { get; init; }

    public IReadOnlyList<FirmAnswer> Answers => _answers;

    /// <summary>Whether every firm that is asked in this round said yes to its text.</summary>
    public bool ApprovedByAll => Status != RoundStatus.Superseded && _answers.Exists(a => !a.HasLeft)
        && _answers.TrueForAll(a => a.HasLeft || a.Decision == FirmDecision.Approved);

    /// <summary>The answer asked of a participant; null when it is not asked in this round.</summary>
    public FirmAnswer? AnswerOf(ParticipantId participant) => _answers.Find(a => a.ParticipantId == participant);

    /// <summary>Asks a firm. Asking twice changes nothing.</summary>
    public FirmAnswer Ask(ParticipantId participant)
    {
        var answer = AnswerOf(participant);
        if (answer is null)
        {
            answer = new FirmAnswer(participant);
            _answers.Add(answer);
        }

        return answer;
    }

    /// <summary>Every firm has answered. Closing again, or after it was superseded, changes nothing.</summary>
    public void Close(DateTimeOffset at)
    {
        if (Status == RoundStatus.Open)
        {
            Status = RoundStatus.Closed;
            EndedAt = at;
        }
    }

    /// <summary>The text or the firms changed: also a closed round's approvals no longer count.</summary>
    public void Supersede(DateTimeOffset at)
    {
        Status = RoundStatus.Superseded;
        EndedAt ??= at;
    }
}
