using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Duties;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.FollowUp.FulfilDuty;

internal sealed class FulfilDutyHandler(NetworksDbContext db, WorkflowEngine engine, DutyFulfilment fulfilment, TimeProvider clock)
    : IRequestHandler<FulfilDuty, Result<FulfilledDuty>>
{
    public async Task<Result<FulfilledDuty>> Handle(FulfilDuty request, CancellationToken cancellationToken)
    {
        var duty = await db.Duties.FirstOrDefaultAsync(d => d.Id == request.DutyId && d.CaseId == request.CaseId, cancellationToken);
        if (duty is null)
        {
            return FollowUpRefusals.DutyNotFound;
        }

        var @case = await db.Cases.FirstAsync(c => c.Id == request.CaseId, cancellationToken);
        var doneOn = request.DoneOn!.Value;
        if (Refuse(@case, duty, doneOn) is { } refusal)
        {
            return refusal;
        }

        if (await db.Filings.Where(f => f.DutyId == duty.Id).Select(f => f.SentOn).FirstOrDefaultAsync(cancellationToken) is { } sent)
        {
            return FollowUpRefusals.FilingUnderWay(sent);
        }

        if ((await engine.OpenTasksAsync(@case, FollowUpSteps.FulfilDuty, duty.Id, cancellationToken)).Count == 0)
        {
            return FollowUpRefusals.NotOpen;
        }

        var next = await fulfilment.FulfilAsync(@case, duty, doneOn, request.Note, cancellationToken);
        return new FulfilledDuty(duty.Kind, next?.DueOn);
    }

    private Refusal? Refuse(Case @case, Duty duty, DateOnly doneOn) =>
        duty.DoneOn is { } done ? FollowUpRefusals.AlreadyDone(done)
        : doneOn > BusinessCalendar.DayOf(clock.GetUtcNow()) ? FollowUpRefusals.DateInFuture(doneOn)
        : @case.DeedOn is { } deed && doneOn < deed ? FollowUpRefusals.BeforeDeed(doneOn, deed)
        : null;
}
