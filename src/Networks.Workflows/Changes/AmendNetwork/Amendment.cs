using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.AmendNetwork;

/// <summary>What a contract says, as far as an amendment can touch it.</summary>
/// <param name="Reference">Impresa di riferimento; null where there is none.</param>
public sealed record AmendableTerms(
    string Name,
    PostalAddress? Seat,
    string? Programme,
    string? MeansOfPursuit,
    int? DurationYears,
    int? RenewalYears,
    CommonFund? Fund,
    CommonBody? Body,
    ParticipantId? Reference)
{
    public static AmendableTerms Of(EnterpriseNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(
            network.Name, network.Seat, network.Terms.Programme, network.Terms.MeansOfPursuit, network.Terms.DurationYears, network.Terms.RenewalYears,
            network.Fund, network.Body, network.ReferenceEnterprise?.Participant);
    }

    public void WriteTo(EnterpriseNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Name = Name;
        network.Seat = Seat;
        network.Terms = network.Terms with { Programme = Programme, MeansOfPursuit = MeansOfPursuit, DurationYears = DurationYears, RenewalYears = RenewalYears };
        network.Fund = Fund;
        network.Body = Body;
        network.ReferenceEnterprise = Reference is { } firm ? new ReferenceEnterprise(firm) : null;
    }
}

/// <summary>An amendment as it was opened: kept with the change, so that the page says later what had been before.</summary>
public sealed record Amendment(AmendableTerms Before, AmendableTerms After)
{
    /// <exception cref="InvalidOperationException">The change is no amendment.</exception>
    public static Amendment Of(NetworkChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Json.Read<Amendment>(change.TermsJson ?? throw new InvalidOperationException($"Change {change.Id} amends nothing."));
    }

    public string ToJson() => Json.Write(this);

    /// <summary>What differs, in the order of the contract.</summary>
    public IReadOnlyList<AmendedPart> Parts =>
    [
        .. from part in Enum.GetValues<AmendedPart>() where Differs(part) select part,
    ];

    /// <summary>Changing the impresa di riferimento alone is a notice to the register, no change of the contract.</summary>
    public bool NeedsVote => Parts.Any(p => p != AmendedPart.Reference);

    private bool Differs(AmendedPart part) => part switch
    {
        AmendedPart.Name => Before.Name != After.Name,
        AmendedPart.Seat => Before.Seat != After.Seat,
        AmendedPart.Programme => (Before.Programme, Before.MeansOfPursuit) != (After.Programme, After.MeansOfPursuit),
        AmendedPart.Duration => (Before.DurationYears, Before.RenewalYears) != (After.DurationYears, After.RenewalYears),
        AmendedPart.Fund => Before.Fund != After.Fund,
        AmendedPart.Body => Before.Body != After.Body,
        AmendedPart.Reference => Before.Reference != After.Reference,
    };
}
