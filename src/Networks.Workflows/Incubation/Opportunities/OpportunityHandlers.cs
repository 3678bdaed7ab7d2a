using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Incubation;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.Opportunities;

internal sealed class NoteOpportunityHandler(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<NoteOpportunity, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(NoteOpportunity request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.Status != CaseStatus.InEffect)
        {
            return IncubationRefusals.NotInEffect;
        }

        if (request.Deadline is { } last && calendar.IsOver(last))
        {
            return IncubationRefusals.DayPassed(last, "deadline");
        }

        var opportunity = new FundingOpportunity(Ids.New(clock), @case.Id, request.Title!.Trim(), calendar.Today())
        {
            Deadline = request.Deadline,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
        };
        db.Add(opportunity);
        history.Record(@case, "incubation.opportunity-noted", calendar.Today(), new Dictionary<string, string>
        {
            ["opportunity"] = opportunity.Id.ToString("N", CultureInfo.InvariantCulture),
        }, opportunity.Title);
        return opportunity.Id;
    }
}

internal sealed class SettleOpportunityHandler(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<SettleOpportunity, Result<Done>>
{
    public async Task<Result<Done>> Handle(SettleOpportunity request, CancellationToken cancellationToken)
    {
        var opportunity = await db.FundingOpportunities.FirstOrDefaultAsync(o => o.Id == request.Opportunity && o.CaseId == request.CaseId, cancellationToken);
        if (opportunity is null)
        {
            return IncubationRefusals.NotFound;
        }

        if (opportunity.SettledOn is { } settled)
        {
            return IncubationRefusals.DoneAlready(settled);
        }

        opportunity.Settle(calendar.Today(), request.Outcome!.Trim());
        history.Record(await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken), "incubation.opportunity-settled", calendar.Today(), new Dictionary<string, string>
        {
            ["opportunity"] = opportunity.Id.ToString("N", CultureInfo.InvariantCulture),
        }, $"{opportunity.Title}: {opportunity.Outcome}");
        return Done.It;
    }
}
