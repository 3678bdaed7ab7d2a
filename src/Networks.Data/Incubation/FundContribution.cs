namespace Networks.Data.Incubation;

/// <summary>What one firm owes the common fund and has paid into it. What nobody said is null, never zero.</summary>
public sealed class FundContribution
{
    private FundContribution()
    {
    }

    public FundContribution(Guid id, CaseId caseId, ParticipantId participantId, bool isInitial)
    {
        Id = id;
        CaseId = caseId;
        ParticipantId = participantId;
        IsInitial = isInitial;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public ParticipantId ParticipantId { get; private set; }

    /// <summary>The contribution of the contract itself; others were called for later.</summary>
    public bool IsInitial { get; private set; }

    /// <summary>Last day for paying it, inclusive; null while unknown.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>In cents; null while unknown.</summary>
    public long? DueCents { get; init; }

    public DateOnly? PaidOn { get; private set; }

    /// <summary>In cents; null while nothing is known to have been paid.</summary>
    public long? PaidCents { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Day on which all let go of what is missing; null while it is owed.</summary>
    public DateOnly? WaivedOn { get; private set; }

    /// <summary>Paid as it was due, paid where nobody knows how much was, or given up by all.</summary>
    public bool IsSettled => WaivedOn is not null || (PaidCents is { } paid && (DueCents is not { } due || paid >= due));

    /// <summary>Nobody asks for the rest any more. Repeating it keeps the first day.</summary>
    public void Waive(DateOnly on) => WaivedOn ??= on;

    /// <summary>Adds a payment; the day is that of the last one.</summary>
    public void Pay(DateOnly on, long cents, string? remark)
    {
        PaidOn = on;
        PaidCents = (PaidCents ?? 0) + cents;
        Remark = remark ?? Remark;
    }
}
