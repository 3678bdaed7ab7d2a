namespace Networks.Data.Filings;

/// <summary>Where a filing (pratica) at a chamber stands.</summary>
public enum FilingStatus
{
    /// <summary>Da preparare.</summary>
    ToPrepare,

    /// <summary>Inviata, with its protocol number.</summary>
    Sent,

    /// <summary>Sospesa: the office wants a correction.</summary>
    Suspended,

    /// <summary>Iscritta, with its date.</summary>
    Entered,

    /// <summary>Respinta: to be prepared again.</summary>
    Rejected,
}

/// <summary>One filing: of a participant at its chamber, or of the network itself at its seat.</summary>
public sealed class Filing
{
    private Filing()
    {
    }

    public Filing(FilingId id, CaseId caseId, ParticipantId? participantId, string chamberCode, AssociationId deskId)
    {
        Id = id;
        CaseId = caseId;
        ParticipantId = participantId;
        ChamberCode = chamberCode;
        DeskId = deskId;
    }

    public FilingId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The original signatory it enters; null for the own entry of a rete-soggetto.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>The later change that it enters; null for the first registration, the only ones that the day of effect hangs on.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>The duty that it fulfils, as the annual statement of a rete-soggetto; null for entries of contract and changes.</summary>
    public Guid? DutyId { get; init; }

    /// <summary>One of the first registration: the day of effect hangs on these alone.</summary>
    public bool IsFirst => ChangeId is null && DutyId is null;

    /// <summary>Code of the chamber in the dated table of chambers.</summary>
    public string ChamberCode { get; private set; } = "";

    /// <summary>The desk that follows it.</summary>
    public AssociationId DeskId { get; private set; }

    public FilingStatus Status { get; private set; } = FilingStatus.ToPrepare;

    public DateOnly? SentOn { get; private set; }

    /// <summary>Filing reference (numero di protocollo) given by the office; null before sending or when nobody wrote it down.</summary>
    public string? ProtocolNumber { get; private set; }

    /// <summary>Why the office suspended or rejected it; null otherwise.</summary>
    public string? Reason { get; private set; }

    /// <summary>Legal day of the entry in the register; null before.</summary>
    public DateOnly? EnteredOn { get; private set; }

    /// <summary>The receipt or extract brought in as proof; null when none.</summary>
    public FileId? Receipt { get; set; }

    /// <param name="protocolNumber">Null keeps the one before: a corrected filing often keeps its number.</param>
    public void Send(DateOnly on, string? protocolNumber)
    {
        Status = FilingStatus.Sent;
        SentOn = on;
        ProtocolNumber = protocolNumber ?? ProtocolNumber;
        Reason = null;
    }

    /// <summary>A dated correction of the day of sending; the state it has reached since stays.</summary>
    public void CorrectSent(DateOnly on) => SentOn = on;

    public void Suspend(string reason)
    {
        Status = FilingStatus.Suspended;
        Reason = reason;
    }

    public void Reject(string reason)
    {
        Status = FilingStatus.Rejected;
        Reason = reason;
    }

    /// <summary>The office entered it. Also used by a dated correction of the day.</summary>
    public void Enter(DateOnly on)
    {
        Status = FilingStatus.Entered;
        EnteredOn = on;
        Reason = null;
    }
}
