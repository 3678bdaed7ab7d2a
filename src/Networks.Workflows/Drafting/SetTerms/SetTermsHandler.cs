using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.SetTerms;

internal sealed class SetTermsHandler(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<SetTerms, Result<Done>>
{
    public async Task<Result<Done>> Handle(SetTerms request, CancellationToken cancellationToken)
    {
        var parties = await ContractParties.LoadAsync(db, request.CaseId, cancellationToken);
        if (Refuse(parties.Case) is { } refusal)
        {
            return refusal;
        }

        var network = parties.Network;
        if (network.TermsRevision != request.Revision)
        {
            return TextRefusals.TermsMovedOn(await LastEditorAsync(request.CaseId, cancellationToken));
        }

        var before = Changeable(network, parties);
        Apply(network, parties, request.Content);
        var changed = before.Zip(Changeable(network, parties)).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => pair.First.Field).ToList();
        if (changed.Count > 0)
        {
            network.TermsRevision++;
            history.Record(parties.Case, "drafting.terms-changed", calendar.Today(), new Dictionary<string, string> { ["fields"] = string.Join(' ', changed) });
        }

        return Done.It;
    }

    private static Refusal? Refuse(Case @case) => @case switch
    {
        { Status: CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended } => TextRefusals.Closed,
        { DeedOn: not null } => TextRefusals.AfterDeed,
        _ => null,
    };

    private static void Apply(EnterpriseNetwork network, ContractParties parties, TermsContent content)
    {
        network.Name = content.NetworkName.Trim();
        network.Seat = content.Seat;
        network.Terms = content.Terms;
        network.Fund = content.Fund;
        network.Body = content.Body;
        network.ReferenceEnterprise = content.ReferenceEnterprise is { } id && parties.Parties.Any(p => p.Participant.Id == id)
            ? new ReferenceEnterprise(id)
            : null;
        foreach (var party in parties.Parties)
        {
            party.Participant.ContributionCents = content.ContributionCents.TryGetValue(party.Participant.Id.Value, out var cents) ? cents : null;
        }
    }

    private static List<(string Field, string Value)> Changeable(EnterpriseNetwork network, ContractParties parties) =>
    [
        ("name", network.Name),
        ("seat", Json.Write(network.Seat)),
        ("terms", Json.Write(network.Terms)),
        ("fund", Json.Write(network.Fund)),
        ("body", Json.Write(network.Body)),
        ("reference-enterprise", Json.Write(network.ReferenceEnterprise)),
        ("contributions", Json.Write(parties.Parties.Select(p => p.Participant.ContributionCents))),
    ];

    private async Task<string> LastEditorAsync(CaseId caseId, CancellationToken cancellationToken) => await (
        from e in db.CaseEvents
        where e.CaseId == caseId && e.Name == "drafting.terms-changed"
        orderby e.Number descending
        join o in db.Officers on e.OfficerId equals o.Id
        select o.FullName).FirstOrDefaultAsync(cancellationToken) ?? "?";
}
