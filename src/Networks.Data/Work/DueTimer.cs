namespace Networks.Data.Work;

public enum TimerKind
{
    /// <summary>The last day of a for-each has passed: a task for the desk follows, never a decision.</summary>
    Deadline,

    /// <summary>A reminder to the party of a work item.</summary>
    Reminder,

    /// <summary>A wait of the definition is over.</summary>
    Wake,
}

public enum TimerStatus
{
    Pending,
    Fired,
    Dropped,

    /// <summary>Failed too often; parked with its reason until a person retries it.</summary>
    Parked,
}

/// <summary>An instant at which a process goes on. The row decides, not the scheduler that looks at it.</summary>
public sealed class DueTimer
{
    private DueTimer()
    {
    }

    public DueTimer(Guid id, CaseId caseId, Guid scopeId, string path, TimerKind kind, DateTimeOffset dueAt)
    {
        Id = id;
        CaseId = caseId;
        ScopeId = scopeId;
        Path = path;
        Kind = kind;
        DueAt = dueAt;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public Guid ScopeId { get; private set; }

    /// <summary>Path of the step in the definition that the timer belongs to.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The work item that a reminder is about; null for the other kinds.</summary>
    public WorkItemId? ItemId { get; init; }

    public TimerKind Kind { get; private set; }

    public DateTimeOffset DueAt { get; set; }

    public TimerStatus Status { get; set; } = TimerStatus.Pending;

    public int Failures { get; set; }

    public string? Reason { get; set; }

    /// <summary>Which sweep of which node took it last; null before the first.</summary>
    public string? Owner { get; set; }

    /// <summary>Until then no other sweep may take it; null when nobody holds it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>Grows with every claim: who comes late with an old one has lost it.</summary>
    public int Fence { get; set; }
}
