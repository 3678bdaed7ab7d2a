namespace Networks.Data.Work;

public enum WorkItemStatus
{
    Open,
    Done,

    /// <summary>The firm it was for has left.</summary>
    Left,

    /// <summary>A newer text or round took its place.</summary>
    Superseded,

    Cancelled,
}

/// <summary>Whom the case waits for while a work item is open, in the order of precedence of the whose-turn clock.</summary>
public enum WaitsFor
{
    OwnDesk,
    OtherDesk,
    Firm,
    Notary,
    Chamber,
}

/// <summary>A task for a party: a desk, or a firm by its link.</summary>
public sealed class WorkItem
{
    private WorkItem()
    {
    }

    public WorkItem(WorkItemId id, CaseId caseId, Guid scopeId, string path, Guid subjectId, DateTimeOffset openedAt)
    {
        Id = id;
        CaseId = caseId;
        ScopeId = scopeId;
        Path = path;
        SubjectId = subjectId;
        OpenedAt = openedAt;
    }

    public WorkItemId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public Guid ScopeId { get; private set; }

    /// <summary>Path of the task in the definition; its last word names the task: <c>decide-on-text</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Participant, filing or duty that it is about; empty when it is about the case.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The desk that does it; for a firm's own task, the desk that follows the firm.</summary>
    public AssociationId DeskId { get; set; }

    /// <summary>The person of the desk who has it in hand; null when anybody of the desk does it.</summary>
    public OfficerId? InHandOf { get; set; }

    /// <summary>The firm that does it by its link; null when a desk does it.</summary>
    public ParticipantId? ParticipantId { get; init; }

    public WaitsFor WaitsFor { get; set; }

    /// <summary>Last day, inclusive, in Europe/Rome; null when there is none.</summary>
    public DateOnly? DueOn { get; set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public WorkItemStatus Status { get; private set; } = WorkItemStatus.Open;

    /// <summary>Stored word of how it ended: <c>approved</c>, <c>objected</c>…; null while open.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Who ended it; null for the service or a firm.</summary>
    public OfficerId? ByOfficer { get; private set; }

    /// <summary>The firm that ended it by its link; null otherwise.</summary>
    public FirmId? ByFirm { get; private set; }

    /// <summary>
    /// The party in whose place it was ended: a colleague who had it in hand, a desk, or a participant whose own task it
    /// was; null when it was ended by whom it was for.
    /// </summary>
    public Guid? OnBehalfOf { get; private set; }

    /// <summary>How many reminders have gone out.</summary>
    public int Reminders { get; set; }

    public int Fence { get; set; }

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsOpen => Status == WorkItemStatus.Open;

    /// <exception cref="InvalidOperationException">It is closed already: the caller checks under the guard.</exception>
    public void Close(WorkItemStatus status, string outcome, DateTimeOffset at, OfficerId? byOfficer = null, FirmId? byFirm = null, Guid? onBehalfOf = null)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"Work item {Path} is already {Status}.");
        }

        Status = status;
        Outcome = outcome;
        ClosedAt = at;
        ByOfficer = byOfficer;
        ByFirm = byFirm;
        OnBehalfOf = onBehalfOf;
    }
}
