using System.Globalization;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Duties;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.FollowUp.PlanDuties;
using Networks.Workflows.Rules;

namespace Networks.Workflows.FollowUp.FulfilDuty;

/// <summary>A duty is seen to, whoever says so: its task ends, and where it recurs the next one is planned.</summary>
internal sealed class DutyFulfilment(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, TimeProvider clock)
{
    /// <returns>The next one; null where nothing follows.</returns>
    public async Task<Duty?> FulfilAsync(Case @case, Duty duty, DateOnly doneOn, string? note, CancellationToken cancellationToken)
    {
        duty.Fulfil(doneOn, note);
        history.Record(@case, "follow-up.duty-fulfilled", doneOn, new Dictionary<string, string>
        {
            ["date"] = doneOn.ToString("O", CultureInfo.InvariantCulture),
            ["duty"] = duty.Id.ToString(),
            ["kind"] = duty.Kind,
        }, note);
        var next = await PlanNextAsync(@case, duty, doneOn, cancellationToken);
        await engine.CompleteAsync(@case, FollowUpSteps.FulfilDuty, duty.Id, "done", cancellationToken);
        return next;
    }

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
