namespace Networks.Data.Work;

public enum ProcessStatus
{
    Running,
    Completed,
    Cancelled,
}

/// <summary>A running process version of a case. Only rows: whoever reads them sees where the case stands.</summary>
public sealed class ProcessInstance
{
    private ProcessInstance()
    {
    }

    public ProcessInstance(Guid id, CaseId caseId, string name, int version)
    {
        Id = id;
        CaseId = caseId;
        Name = name;
        Version = version;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Name of the definition, e.g. <c>form-network</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The case keeps the version it began with until somebody moves it.</summary>
    public int Version { get; private set; }

    /// <summary>The scope of the step that runs it as a part of another process; null for the case's own process and those beside it.</summary>
    public Guid? CallerId { get; init; }

    /// <summary>Runs beside the case's own path, which alone sets its phase.</summary>
    public bool IsBeside { get; init; }

    public ProcessStatus Status { get; set; } = ProcessStatus.Running;

    /// <summary>Goes on with another version; only a move does this, after it has seen that every place exists there.</summary>
    public void MoveTo(int version) => Version = version;
}
