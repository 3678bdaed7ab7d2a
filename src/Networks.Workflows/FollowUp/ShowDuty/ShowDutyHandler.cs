using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.FollowUp.ShowDuty;

internal sealed class ShowDutyHandler(NetworksDbContext db, CaseRelations relations, BusinessCalendar calendar)
    : IRequestHandler<ShowDuty, Result<DutyView>>
{
    public async Task<Result<DutyView>> Handle(ShowDuty request, CancellationToken cancellationToken)
    {
        var duty = await db.Duties.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DutyId && d.CaseId == request.CaseId, cancellationToken);
        if (duty is null)
        {
            return FollowUpRefusals.DutyNotFound;
        }

        var filing = await db.Filings.AsNoTracking().FirstOrDefaultAsync(f => f.DutyId == duty.Id, cancellationToken);
        var mayFulfil = AccessPolicy.Allows(Right.CaseManage, await relations.ToAsync(request.CaseId, cancellationToken));
        return new DutyView(
            await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstAsync(cancellationToken),
            duty.Kind, duty.DueOn, BusinessCalendar.WorkingDaysBetween(calendar.Today(), duty.DueOn), duty.Source, duty.Citation, duty.IsToVerify,
            duty.DoneOn, duty.DoneNote, duty.Kind == DutiesDue.AnnualStatement, filing is null ? null : DutyFiling.Of(filing), mayFulfil && duty.DoneOn is null, calendar.Today());
    }
}
