namespace Networks.Data.Discovery;

/// <summary>Where a request for an introduction stands. Both keys are needed: the desk's that follows the firm, then the firm's.</summary>
public enum IntroductionStatus
{
    /// <summary>The desk that follows the firm is asked.</summary>
    WithDesk,

    /// <summary>That desk said yes, the firm is asked.</summary>
    WithFirm,

    /// <summary>Both said yes: names are known to both sides.</summary>
    Introduced,

    DeclinedByDesk,

    DeclinedByFirm,

    /// <summary>It came to an end without anybody's no: the firm no longer lets itself be shown, or the time is over.</summary>
    Ended,
}

/// <summary>What became of two who were introduced.</summary>
public enum IntroductionOutcome
{
    Joins,

    DoesNotJoin,
}

/// <summary>A desk asks to be introduced to the firm behind an anonymous card.</summary>
public sealed class Introduction
{
    private Introduction()
    {
    }

    public Introduction(Guid id, CaseId caseId, FirmId firmId, AssociationId askingDesk, AssociationId holdingDesk, DateOnly askedOn)
    {
        Id = id;
        CaseId = caseId;
        FirmId = firmId;
        AskingDesk = askingDesk;
        HoldingDesk = holdingDesk;
        AskedOn = askedOn;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public FirmId FirmId { get; private set; }

    public AssociationId AskingDesk { get; private set; }

    public AssociationId HoldingDesk { get; private set; }

    public DateOnly AskedOn { get; private set; }

    /// <summary>Last day on which anybody may answer, inclusive.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>What the asking desk wrote; the holding desk and the firm read it.</summary>
    public string Message { get; init; } = "";

    /// <summary>Terms of the card as the asking desk saw it, after its division.</summary>
    public string Card { get; init; } = "";

    public IntroductionStatus Status { get; set; } = IntroductionStatus.WithDesk;

    public DateOnly? DeskAnsweredOn { get; set; }

    public DateOnly? FirmAnsweredOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>Why somebody said no; null while nobody did.</summary>
    public string? Reason { get; set; }

    /// <summary>SHA-256 of the firm's mailed link; null before the desk's yes.</summary>
    public string? TokenHash { get; set; }

    /// <summary>The firm in the case, once it was introduced; null when the case no longer takes firms.</summary>
    public ParticipantId? Participant { get; set; }

    /// <summary>The need that the holding desk answered with its firm; null where a card was asked about.</summary>
    public Guid? NeedId { get; init; }

    /// <summary>The asking desk has read the answer, and it needs nothing more on its worklist; null while it has not.</summary>
    public DateOnly? SeenOn { get; set; }

    /// <summary>What became of it after both knew each other; null while that is open.</summary>
    public IntroductionOutcome? Outcome { get; set; }

    public DateOnly? OutcomeOn { get; set; }

    /// <summary>Why the firm does not join; null where it does or nobody said.</summary>
    public string? OutcomeReason { get; set; }

    public bool IsOpen => Status is IntroductionStatus.WithDesk or IntroductionStatus.WithFirm;
}

/// <summary>A search of a desk among the cards of others: kept so that nobody finds a firm by asking on and on.</summary>
public sealed class CardSearch
{
    private CardSearch()
    {
    }

    public CardSearch(Guid id, AssociationId desk, OfficerId? officer, DateOnly on, string terms, bool narrows)
    {
        Id = id;
        Desk = desk;
        Officer = officer;
        On = on;
        Terms = terms;
        Narrows = narrows;
    }

    public Guid Id { get; private set; }

    public AssociationId Desk { get; private set; }

    public OfficerId? Officer { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>What was looked for, in order, with one blank between.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>It asked for more than an earlier one of the same day did.</summary>
    public bool Narrows { get; private set; }
}
