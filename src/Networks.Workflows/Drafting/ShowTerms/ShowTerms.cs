using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.ShowTerms;

/// <summary>The terms as they stand, and what lacks for a draft.</summary>
[Access(Right.CaseRead)]
public sealed record ShowTerms(CaseId CaseId) : IQuery<TermsSheet>, ICaseRequest;

/// <param name="Missing">What lacks before a draft can be made, in sentences of the reader's language; empty: nothing.</param>
/// <param name="Silences">What the contract may leave out and perhaps should not.</param>
/// <param name="Editable">False after the deed or when the case is closed.</param>
public sealed record TermsSheet(
    int Revision,
    string NetworkName,
    NetworkKind? Kind,
    SignatureForm? Form,
    PostalAddress? Seat,
    ContractTerms Terms,
    CommonFund? Fund,
    CommonBody? Body,
    ParticipantId? ReferenceEnterprise,
    IReadOnlyList<TermsParty> Parties,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Silences,
    bool Editable);

public sealed record TermsParty(ParticipantId Id, string Name, long? ContributionCents);
