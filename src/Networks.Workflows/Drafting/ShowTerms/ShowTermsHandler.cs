using MediatR;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Drafting.ShowTerms;

internal sealed class ShowTermsHandler(NetworksDbContext db, BusinessCalendar calendar) : IRequestHandler<ShowTerms, Result<TermsSheet>>
{
    public async Task<Result<TermsSheet>> Handle(ShowTerms request, CancellationToken cancellationToken)
    {
        db.ChangeTracker.QueryTrackingBehavior = Microsoft.EntityFrameworkCore.QueryTrackingBehavior.NoTracking;
        var parties = await ContractParties.LoadAsync(db, request.CaseId, cancellationToken);
        var network = parties.Network;
        return new TermsSheet(
            network.TermsRevision,
            network.Name,
            network.Kind,
            network.Form,
            network.Seat,
            network.Terms,
            network.Fund,
            network.Body,
            network.ReferenceEnterprise?.Participant,
            [.. parties.Parties.Select(p => new TermsParty(p.Participant.Id, p.Firm.Name, p.Participant.ContributionCents))],
            MissingContents.Of(parties, calendar.Today()),
            [.. MandatoryContents.Silences(network.Terms).Select(s => Words.Say(s.Code))],
            parties.Case is { Status: CaseStatus.Open, DeedOn: null });
    }
}
