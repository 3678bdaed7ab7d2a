namespace Networks.Data.Duties;

public enum DutySource
{
    Law,
    Contract,
}

/// <summary>What a network owes after it is in effect, once, by a day.</summary>
public sealed class Duty
{
    private Duty()
    {
    }

    public Duty(Guid id, CaseId caseId, string kind, DateOnly dueOn, DutySource source, string citation)
    {
        Id = id;
        CaseId = caseId;
        Kind = kind;
        DueOn = dueOn;
        Source = source;
        Citation = citation;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Stored word, also the key of its sentence: <c>annual-statement</c>, <c>pay-fund</c>…</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Last day, inclusive, already moved to a working day where the rule says so.</summary>
    public DateOnly DueOn { get; private set; }

    public DutySource Source { get; private set; }

    /// <summary>The article of law or of the contract that it comes from.</summary>
    public string Citation { get; private set; } = "";

    /// <summary>The fact behind it is marked "to verify" in the configuration.</summary>
    public bool IsToVerify { get; init; }

    public DateOnly? DoneOn { get; private set; }

    public string? DoneNote { get; private set; }

    /// <summary>The fact it is counted from was corrected. A duty that is done keeps its day.</summary>
    public void Move(DateOnly dueOn)
    {
        if (DoneOn is null)
        {
            DueOn = dueOn;
        }
    }

    public void Fulfil(DateOnly on, string? note)
    {
        DoneOn ??= on;
        DoneNote ??= note;
    }
}
