namespace Networks.Data.Changes;

/// <summary>One line of a simulation that was accepted: something that somebody has to see to.</summary>
public sealed class ChangeTask
{
    private ChangeTask()
    {
    }

    public ChangeTask(Guid id, Guid changeId, CaseId caseId, string code, IReadOnlyList<string> values)
    {
        Id = id;
        ChangeId = changeId;
        CaseId = caseId;
        Code = code;
        Values = values;
    }

    public Guid Id { get; private set; }

    public Guid ChangeId { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Stored word, also the key of its sentence.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Values of the sentence as invariant text: days as yyyy-MM-dd, money in cents.</summary>
    public IReadOnlyList<string> Values { get; private set; } = [];

    /// <summary>Last day, inclusive; null when there is none.</summary>
    public DateOnly? DueOn { get; init; }

    public DateOnly? DoneOn { get; private set; }

    public string? DoneNote { get; private set; }

    public void Settle(DateOnly on, string? note)
    {
        DoneOn ??= on;
        DoneNote ??= note;
    }
}
