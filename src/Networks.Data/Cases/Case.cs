namespace Networks.Data.Cases;

/// <summary>Where a case stands as a whole.</summary>
public enum CaseStatus
{
    /// <summary>On its way to effect.</summary>
    Open,

    /// <summary>The network is in effect and is followed up.</summary>
    InEffect,

    /// <summary>Closed before effect, with the reason.</summary>
    ClosedWithoutOutcome,

    /// <summary>The network was in effect and has ended.</summary>
    Ended,
}

/// <summary>The phases, in the order of the path.</summary>
public enum CasePhase
{
    Intake,
    Discovery,
    Drafting,
    Signing,
    Registration,
    FollowUp,
}

/// <summary>The file of one network, from the phone call to its deletion from the register.</summary>
public sealed class Case
{
    private Case()
    {
    }

    public Case(CaseId id, string reference, ProgrammeId programmeId, AssociationId ownerId, string need, DateOnly openedOn)
    {
        Id = id;
        Reference = reference;
        ProgrammeId = programmeId;
        OwnerId = ownerId;
        Need = need;
        OpenedOn = openedOn;
    }

    public CaseId Id { get; private set; }

    /// <summary><c>N-2026-0042</c>: year of opening and a number without gaps in the service.</summary>
    public string Reference { get; private set; } = "";

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>The association whose desk leads the case.</summary>
    public AssociationId OwnerId { get; private set; }

    /// <summary>
    /// Raised by the first statement of every act on the case (the guard), so that acts on one case follow one another.
    /// </summary>
    public long Version { get; private set; }

    /// <summary>What the firms want to do together, in one line or a few.</summary>
    public string Need { get; set; } = "";

    public CaseStatus Status { get; private set; } = CaseStatus.Open;

    public CasePhase Phase { get; set; } = CasePhase.Intake;

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? ClosedReason { get; private set; }

    /// <summary>Legal day of the deed; null before it. After it firms leave only by an amendment.</summary>
    public DateOnly? DeedOn { get; set; }

    /// <summary>Confirmed day of legal effect; null until a person confirmed it.</summary>
    public DateOnly? EffectOn { get; private set; }

    /// <summary>Since when nothing of the case moves: no task, no timer, no mail; null while it runs.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Hash of the newest row of the case's history; null before the first.</summary>
    public string? HeadHash { get; set; }

    /// <summary>Number of rows of the case's history.</summary>
    public int HistoryLength { get; set; }

    /// <summary>The first call was on another day than was written down.</summary>
    public void CorrectOpening(DateOnly day) => OpenedOn = day;

    /// <exception cref="InvalidOperationException">The case is not open: the caller checks first.</exception>
    public void CloseWithoutOutcome(DateOnly on, string reason)
    {
        if (Status != CaseStatus.Open)
        {
            throw new InvalidOperationException($"A case that is {Status} cannot be closed without outcome.");
        }

        Status = CaseStatus.ClosedWithoutOutcome;
        SuspendedAt = null;
        ClosedOn = on;
        ClosedReason = reason;
    }

    /// <summary>A network in effect has ended, with its last entry in the register.</summary>
    /// <exception cref="InvalidOperationException">The network is not in effect: the caller checks first.</exception>
    public void End(DateOnly on, string reason)
    {
        if (Status != CaseStatus.InEffect)
        {
            throw new InvalidOperationException($"A network whose case is {Status} cannot end.");
        }

        Status = CaseStatus.Ended;
        SuspendedAt = null;
        ClosedOn = on;
        ClosedReason = reason;
    }

    /// <exception cref="InvalidOperationException">It is suspended already, or closed: the caller checks first.</exception>
    public void Suspend(DateTimeOffset at)
    {
        if (SuspendedAt is not null || Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            throw new InvalidOperationException($"Case {Reference} cannot be suspended.");
        }

        SuspendedAt = at;
    }

    public void Resume() => SuspendedAt = null;

    /// <summary>A person confirmed the day of effect. A later correction of a register date moves it.</summary>
    public void ConfirmEffect(DateOnly on)
    {
        Status = Status == CaseStatus.Ended ? Status : CaseStatus.InEffect;
        EffectOn = on;
    }
}
