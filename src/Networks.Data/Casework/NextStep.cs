namespace Networks.Data.Casework;

/// <summary>
/// What a desk means to do next about a case, by a day: its own reminder, set with a note. No process waits for it.
/// </summary>
public sealed class NextStep
{
    private NextStep()
    {
    }

    public NextStep(Guid id, CaseId caseId, AssociationId deskId, DateOnly dueOn, string text, int fromEvent)
    {
        Id = id;
        CaseId = caseId;
        DeskId = deskId;
        DueOn = dueOn;
        Text = text;
        FromEvent = fromEvent;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The desk that set it and sees it among its own tasks.</summary>
    public AssociationId DeskId { get; private set; }

    /// <summary>The firm that it is about; null when it is about the case.</summary>
    public ParticipantId? ParticipantId { get; init; }

    public DateOnly DueOn { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Number of the row of the case's history that it came from.</summary>
    public int FromEvent { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public OfficerId? DoneBy { get; private set; }

    /// <summary>Repeating it keeps the first instant and person.</summary>
    public void Finish(DateTimeOffset at, OfficerId? by)
    {
        if (DoneAt is null)
        {
            DoneAt = at;
            DoneBy = by;
        }
    }

    /// <summary>It was not done after all.</summary>
    public void Reopen()
    {
        DoneAt = null;
        DoneBy = null;
    }
}
