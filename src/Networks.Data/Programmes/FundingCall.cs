namespace Networks.Data.Programmes;

/// <summary>A call for funds that the networks of a programme may apply to, and its last day.</summary>
public sealed class FundingCall
{
    private FundingCall()
    {
    }

    public FundingCall(Guid id, ProgrammeId programmeId, string title, string funder, DateOnly closesOn)
    {
        Id = id;
        ProgrammeId = programmeId;
        Title = title;
        Funder = funder;
        ClosesOn = closesOn;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Who gives the money.</summary>
    public string Funder { get; private set; } = "";

    /// <summary>Last day for applications.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>Whether only networks that are in effect may apply.</summary>
    public bool NeedsEffect { get; init; }

    /// <summary>Fewest firms of a network that may apply; null where the call says nothing.</summary>
    public int? MinimumFirms { get; init; }

    /// <summary>Signs of the provinces of which firms must be, separated by blanks; null where it asks for no place.</summary>
    public string? Provinces { get; init; }

    /// <summary>Fewest firms of those provinces; null for one.</summary>
    public int? MinimumInProvinces { get; init; }

    /// <summary>Taken off the list by the lead; null while it is on it.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}
