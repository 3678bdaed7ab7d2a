namespace Networks.Data.EnterpriseNetworks;

/// <summary>How a firm takes part.</summary>
public enum ParticipantKind
{
    /// <summary>Sottoscrittore originario: counts for the day of effect.</summary>
    Original,

    /// <summary>Adesione: joined after the deed; never moves the day of effect.</summary>
    Accession,
}

/// <summary>Where a firm's participation stands.</summary>
public enum ParticipantStatus
{
    /// <summary>Named by another desk; the desk that follows the firm has not confirmed it yet.</summary>
    Proposed,

    /// <summary>Takes part.</summary>
    Active,

    /// <summary>The desk that follows it said no.</summary>
    Declined,

    /// <summary>Left before the deed, or by a deed of all before the effect: it does not count for the day of effect.</summary>
    Left,

    /// <summary>Adesione under way: it takes part once its accession is complete.</summary>
    Acceding,

    /// <summary>Left a network in effect: its entry made the day of effect and goes on counting for it.</summary>
    Withdrawn,
}

/// <summary>A firm in a case (retista). Removing never deletes the row: the history names it.</summary>
public sealed class Participant
{
    private Participant()
    {
    }

    public Participant(ParticipantId id, CaseId caseId, FirmId firmId, AssociationId deskId, ParticipantStatus status, DateOnly joinedOn)
    {
        Id = id;
        CaseId = caseId;
        FirmId = firmId;
        DeskId = deskId;
        Status = status;
        JoinedOn = joinedOn;
    }

    public ParticipantId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public FirmId FirmId { get; private set; }

    /// <summary>The desk that acts for this firm in this case.</summary>
    public AssociationId DeskId { get; private set; }

    public ParticipantKind Kind { get; init; } = ParticipantKind.Original;

    public ParticipantStatus Status { get; private set; }

    /// <summary>Position in lists and in the contract's table of participants, from 1.</summary>
    public int Order { get; init; } = 1;

    public DateOnly JoinedOn { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public string? LeftReason { get; private set; }

    /// <summary>Initial contribution to the common fund in cents; null while not agreed or without fund.</summary>
    public long? ContributionCents { get; set; }

    /// <summary>Whether the other participants may see this firm's state in the case.</summary>
    public bool ShowsStateToOthers { get; set; } = true;

    public bool IsActive => Status == ParticipantStatus.Active;

    /// <summary>
    /// Whether a desk of the case may read the firm's name: its own desk always, the others only once that desk has said
    /// yes. Until then they know what they typed themselves, the tax code.
    /// </summary>
    public bool IsNamedTo(AssociationId? desk) => DeskId == desk || Status is not (ParticipantStatus.Proposed or ParticipantStatus.Declined);

    /// <summary>The desk confirms that the firm takes part. Repeating it changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The firm has left or was declined.</exception>
    public void Confirm()
    {
        if (Status is not (ParticipantStatus.Proposed or ParticipantStatus.Active))
        {
            throw new InvalidOperationException($"A participant that is {Status} cannot be confirmed.");
        }

        Status = Kind == ParticipantKind.Accession && Status == ParticipantStatus.Proposed ? ParticipantStatus.Acceding : ParticipantStatus.Active;
    }

    /// <summary>The accession is complete. Repeating it keeps the first day.</summary>
    public void Accede(DateOnly on)
    {
        if (Status == ParticipantStatus.Acceding)
        {
            Status = ParticipantStatus.Active;
            JoinedOn = on;
        }
    }

    /// <summary>Leaves a network in effect. Repeating it keeps the first day and reason.</summary>
    public void Withdraw(DateOnly on, string reason)
    {
        if (IsActive)
        {
            Status = ParticipantStatus.Withdrawn;
            LeftOn = on;
            LeftReason = reason;
        }
    }

    /// <summary>Ends the participation before the effect. Repeating it keeps the first day and reason.</summary>
    public void Leave(DateOnly on, string reason, bool declined = false)
    {
        if (Status is ParticipantStatus.Left or ParticipantStatus.Declined or ParticipantStatus.Withdrawn)
        {
            return;
        }

        Status = declined ? ParticipantStatus.Declined : ParticipantStatus.Left;
        LeftOn = on;
        LeftReason = reason;
    }
}
