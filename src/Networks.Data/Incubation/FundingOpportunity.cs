namespace Networks.Data.Incubation;

/// <summary>A call or another source of money that the desk has noted for a network.</summary>
public sealed class FundingOpportunity
{
    private FundingOpportunity()
    {
    }

    public FundingOpportunity(Guid id, CaseId caseId, string title, DateOnly notedOn)
    {
        Id = id;
        CaseId = caseId;
        Title = title;
        NotedOn = notedOn;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly NotedOn { get; private set; }

    /// <summary>Last day for applying, inclusive; null while open.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Where it stands and what it asks for, in the desk's words; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>Day on which the desk let go of it; null while it is looked at.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>What came of it: applied, won, left.</summary>
    public string? Outcome { get; private set; }

    public void Settle(DateOnly on, string outcome)
    {
        SettledOn ??= on;
        Outcome ??= outcome;
    }
}
