namespace Networks.Data.Incubation;

/// <summary>A step of the common programme that the firms want to reach by a day.</summary>
public sealed class Milestone
{
    private Milestone()
    {
    }

    public Milestone(Guid id, CaseId caseId, string title, DateOnly dueOn)
    {
        Id = id;
        CaseId = caseId;
        Title = title;
        DueOn = dueOn;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Last day, inclusive.</summary>
    public DateOnly DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>What was reached; null when nobody said.</summary>
    public string? Outcome { get; private set; }

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;

    public void Reach(DateOnly on, string? outcome) => (DoneOn, Outcome) = (on, outcome);
}
