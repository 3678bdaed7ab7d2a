using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Duties;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.FollowUp.PlanDuties;
using Networks.Workflows.Rules;

namespace Networks.Workflows.FollowUp.FulfilDuty;

internal sealed class FulfilDutyHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, TimeProvider clock)
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

        if ((await engine.OpenTasksAsync(@case, FollowUpSteps.FulfilDuty, duty.Id, cancellationToken)).Count == 0)
        {
            return FollowUpRefusals.NotOpen;
        }

        duty.Fulfil(doneOn, request.Note);
        history.Record(@case, "follow-up.duty-fulfilled", doneOn, new Dictionary<string, string>
        {
            ["date"] = doneOn.ToString("O", CultureInfo.InvariantCulture),
            ["duty"] = duty.Id.ToString(),
            ["kind"] = duty.Kind,
        }, request.Note);
        var next = await PlanNextAsync(@case, duty, doneOn, cancellationToken);
        await engine.CompleteAsync(@case, FollowUpSteps.FulfilDuty, duty.Id, "done", cancellationToken);
        return new FulfilledDuty(duty.Kind, next?.DueOn);
    }

    private Refusal? Refuse(Case @case, Duty duty, DateOnly doneOn) =>
        duty.DoneOn is { } done ? FollowUpRefusals.AlreadyDone(done)
        : doneOn > BusinessCalendar.DayOf(clock.GetUtcNow()) ? FollowUpRefusals.DateInFuture(doneOn)
        : @case.DeedOn is { } deed && doneOn < deed ? FollowUpRefusals.BeforeDeed(doneOn, deed)
        : null;

    /// <summary>Before the present one ends, so that a network in effect always has the next one open.</summary>
    private async Task<Duty?> PlanNextAsync(Case @case, Duty duty, DateOnly doneOn, CancellationToken cancellationToken)
    {
        var facts = await DutyPlan.FactsAsync(db, @case, cancellationToken);
        if (DutiesDue.After(duty.Kind, duty.DueOn, doneOn, facts) is not { } due)
        {
            return null;
        }

        var next = DutyPlan.New(@case.Id, due, clock);
        db.Add(next);
        await engine.SignalAsync(@case, CaseSignals.DutyPlanned, next.Id, cancellationToken);
        return next;
    }
}
