namespace Networks.Data.Services;

/// <summary>One service of a programme's catalogue.</summary>
public sealed class ServiceOffer
{
    private ServiceOffer()
    {
    }

    public ServiceOffer(Guid id, ProgrammeId programmeId, string name, string provider)
    {
        Id = id;
        ProgrammeId = programmeId;
        Name = name;
        Provider = provider;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Who delivers it.</summary>
    public string Provider { get; private set; } = "";

    public string? Description { get; set; }

    /// <summary>What it usually takes; null while unknown.</summary>
    public int? Hours { get; set; }

    /// <summary>What it usually costs, in cents; null while unknown.</summary>
    public long? CostCents { get; set; }

    /// <summary>No longer offered: requests made stay.</summary>
    public bool IsWithdrawn { get; set; }
}

/// <summary>Where a request for a service stands.</summary>
public enum ServiceRequestStatus
{
    Asked,
    Accepted,
    Declined,
    Delivered,
}

/// <summary>A case asks for a service, from the catalogue or ad hoc.</summary>
public sealed class ServiceRequest
{
    private ServiceRequest()
    {
    }

    public ServiceRequest(Guid id, CaseId caseId, AssociationId askingDesk, string name, string provider, DateOnly askedOn)
    {
        Id = id;
        CaseId = caseId;
        AskingDesk = askingDesk;
        Name = name;
        Provider = provider;
        AskedOn = askedOn;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public AssociationId AskingDesk { get; private set; }

    /// <summary>Null for an ad hoc service that the catalogue does not have.</summary>
    public Guid? OfferId { get; init; }

    public string Name { get; private set; } = "";

    public string Provider { get; private set; } = "";

    /// <summary>What the network needs of it.</summary>
    public string Wish { get; init; } = "";

    public ServiceRequestStatus Status { get; private set; } = ServiceRequestStatus.Asked;

    public DateOnly AskedOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public DateOnly? DeliveredOn { get; private set; }

    /// <summary>Expected until it is delivered, then spent; null while unknown.</summary>
    public int? Hours { get; set; }

    /// <summary>Expected until it is delivered, then spent, in cents; null while unknown.</summary>
    public long? CostCents { get; set; }

    /// <summary>Why it was declined, or what came of it.</summary>
    public string? Outcome { get; private set; }

    public bool IsOpen => Status is ServiceRequestStatus.Asked or ServiceRequestStatus.Accepted;

    public void Accept(DateOnly on) => (Status, AnsweredOn) = (ServiceRequestStatus.Accepted, on);

    public void Decline(DateOnly on, string reason) => (Status, AnsweredOn, Outcome) = (ServiceRequestStatus.Declined, on, reason);

    public void Deliver(DateOnly on, int? hours, long? costCents, string outcome)
    {
        (Status, DeliveredOn, Outcome) = (ServiceRequestStatus.Delivered, on, outcome);
        AnsweredOn ??= on;
        Hours = hours ?? Hours;
        CostCents = costCents ?? CostCents;
    }
}
