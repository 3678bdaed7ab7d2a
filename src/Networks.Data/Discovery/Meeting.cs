namespace Networks.Data.Discovery;

public enum MeetingStatus
{
    /// <summary>Times were proposed; the firm or its desk chooses one.</summary>
    Proposed,

    Fixed,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It does not take place.</summary>
    Cancelled,
}

/// <summary>A meeting of a network that forms with a firm that was introduced to it.</summary>
public sealed class Meeting
{
    /// <summary>How long a meeting is taken to last when two of them are looked at for overlap, in minutes.</summary>
    public const int Minutes = 60;

    private Meeting()
    {
    }

    public Meeting(Guid id, Guid introductionId, CaseId caseId, DateOnly proposedOn, IReadOnlyList<DateTimeOffset> slots)
    {
        Id = id;
        IntroductionId = introductionId;
        CaseId = caseId;
        ProposedOn = proposedOn;
        Slots = slots;
    }

    public Guid Id { get; private set; }

    public Guid IntroductionId { get; private set; }

    public CaseId CaseId { get; private set; }

    public DateOnly ProposedOn { get; private set; }

    /// <summary>The proposed beginnings, one to three, in order; never null.</summary>
    public IReadOnlyList<DateTimeOffset> Slots { get; private set; } = [];

    /// <summary>Where, or how to take part from afar; both sides read it.</summary>
    public string Place { get; init; } = "";

    public MeetingStatus Status { get; set; } = MeetingStatus.Proposed;

    /// <summary>The chosen beginning; null before one was chosen.</summary>
    public DateTimeOffset? StartsAt { get; set; }
}
