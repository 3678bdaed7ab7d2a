using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration;

/// <summary>The estimate of a case's fees, by the rule and the table that counts.</summary>
internal static class FilingFees
{
    /// <param name="originals">The original signatories in the order of the lines.</param>
    public static FeesOfNetwork Of(
        EnterpriseNetwork network, NetworkKind kind, IEnumerable<(Participant Participant, Firm Firm)> originals, FeeTable fees, VerifiableFacts facts) =>
        FeeEstimate.Of(
            kind,
            [.. originals.Select(o => new FeePayer(o.Firm.Name, o.Firm.LegalForm, network.ReferenceEnterprise?.Participant == o.Participant.Id))],
            network.Form,
            fees,
            facts);
}
