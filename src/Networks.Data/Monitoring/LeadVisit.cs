namespace Networks.Data.Monitoring;

/// <summary>What the lead opened, and when: the desks read it.</summary>
public sealed class LeadVisit
{
    private LeadVisit()
    {
    }

    public LeadVisit(Guid id, ProgrammeId programmeId, OfficerId officerId, DateTimeOffset at, string view)
    {
        Id = id;
        ProgrammeId = programmeId;
        OfficerId = officerId;
        At = at;
        View = view;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Stored word of the page.</summary>
    public string View { get; private set; } = "";

    /// <summary>The desk that the page was narrowed to; null for all of the programme.</summary>
    public AssociationId? Desk { get; init; }

    /// <summary>The case that was opened; null for a page about many.</summary>
    public CaseId? CaseId { get; init; }
}
