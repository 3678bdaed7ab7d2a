using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;

namespace Networks.Workflows.Rules;

/// <summary>Identity of a participant, as the contract must name it; null or empty is what nobody has entered yet.</summary>
/// <param name="Representative">Full name of who signs.</param>
/// <param name="ContributionCents">To the common fund; not read without one.</param>
public sealed record ParticipantFacts(string? Name, string? TaxCode, PostalAddress? Seat, string? Representative, long? ContributionCents);

/// <summary>What a contract says so far, as far as the mandatory contents depend on it.</summary>
public sealed record ContractFacts
{
    public NetworkKind? Kind { get; init; }

    public IReadOnlyList<ParticipantFacts> Participants { get; init; } = [];

    public string? NetworkName { get; init; }

    public PostalAddress? NetworkSeat { get; init; }

    public ContractTerms Terms { get; init; } = ContractTerms.None;

    /// <summary>Null when the firms want none.</summary>
    public CommonFund? Fund { get; init; }

    /// <summary>Null when the firms want none.</summary>
    public CommonBody? Body { get; init; }

    /// <summary>The facts of a network on file, with the representatives in office on a day.</summary>
    /// <param name="participants">The active ones, in their order.</param>
    public static ContractFacts Of(EnterpriseNetwork network, IEnumerable<(Participant Participant, Firm Firm)> participants, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new()
        {
            Kind = network.Kind,
            NetworkName = network.Name,
            NetworkSeat = network.Seat,
            Terms = network.Terms,
            Fund = network.Fund,
            Body = network.Body,
            Participants =
            [
                .. participants.Select(p => new ParticipantFacts(
                    p.Firm.Name, p.Firm.TaxCode, p.Firm.Seat, p.Firm.RepresentativeOn(day)?.FullName, p.Participant.ContributionCents)),
            ],
        };
    }
}
