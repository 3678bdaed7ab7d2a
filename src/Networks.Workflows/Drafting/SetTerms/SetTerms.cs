using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.SetTerms;

/// <summary>
/// Records what the firms agree on (letters a to f of D.L. 5/2009 art. 3 co. 4-ter). Nothing has to be complete here:
/// what lacks is listed before a draft is made. Refuses after the deed, and when somebody else changed the terms since
/// the form was made.
/// </summary>
/// <param name="Revision">The revision that the form was made from.</param>
[Access(Right.TextWrite)]
public sealed record SetTerms(CaseId CaseId, int Revision, TermsContent Content) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => TermsFaults.Of(Content);
}

/// <summary>Everything that the page of terms holds.</summary>
/// <param name="ContributionCents">By participant; a participant that is missing has none agreed yet.</param>
public sealed record TermsContent(
    string NetworkName,
    PostalAddress? Seat,
    ContractTerms Terms,
    CommonFund? Fund,
    CommonBody? Body,
    ParticipantId? ReferenceEnterprise,
    IReadOnlyDictionary<Guid, long> ContributionCents);
