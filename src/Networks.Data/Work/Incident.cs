namespace Networks.Data.Work;

public enum IncidentKind
{
    /// <summary>A step could not be entered: what the service does there failed.</summary>
    Step,

    /// <summary>A repetition could not decide whether it ends.</summary>
    Repeat,

    /// <summary>A timer failed too often.</summary>
    Timer,
}

public enum IncidentStatus
{
    Open,

    /// <summary>A person had it tried again. When that fails too, it is a new incident.</summary>
    Retried,

    /// <summary>What it stood in has ended in another way.</summary>
    Dropped,
}

/// <summary>A place where a process stands still because the service failed, with the reason, until a person has it tried again.</summary>
public sealed class Incident
{
    private Incident()
    {
    }

    public Incident(Guid id, CaseId caseId, Guid scopeId, string path, IncidentKind kind, string reason, DateTimeOffset happenedAt)
    {
        Id = id;
        CaseId = caseId;
        ScopeId = scopeId;
        Path = path;
        Kind = kind;
        Reason = reason.Length > ReasonLength ? reason[..ReasonLength] : reason;
        HappenedAt = happenedAt;
    }

    /// <summary>Longer reasons are cut.</summary>
    public const int ReasonLength = 500;

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The scope in which the step is entered again.</summary>
    public Guid ScopeId { get; private set; }

    /// <summary>Path of the step in the definition.</summary>
    public string Path { get; private set; } = "";

    public IncidentKind Kind { get; private set; }

    /// <summary>The parked timer; null for the other kinds.</summary>
    public Guid? TimerId { get; init; }

    /// <summary>What the program said, without content of the case.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset HappenedAt { get; private set; }

    public IncidentStatus Status { get; set; } = IncidentStatus.Open;
}
