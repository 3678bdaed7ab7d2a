using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Incubation;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation.Milestones;

internal sealed class PlanMilestoneHandler(NetworksDbContext db, WorkflowEngine engine, Incubator incubator, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<PlanMilestone, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(PlanMilestone request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var due = request.DueOn!.Value;
        if (!await incubator.HasBegunAsync(@case.Id, cancellationToken))
        {
            return IncubationRefusals.NotInEffect;
        }

        if (calendar.IsOver(due))
        {
            return IncubationRefusals.DayPassed(due, "due-on");
        }

        var milestone = new Milestone(Ids.New(clock), @case.Id, request.Title!.Trim(), due);
        db.Add(milestone);
        history.Record(@case, "incubation.milestone-planned", calendar.Today(), new Dictionary<string, string>
        {
            ["date"] = due.ToString("O", CultureInfo.InvariantCulture),
            ["milestone"] = milestone.Id.ToString(),
        }, milestone.Title);
        await engine.SignalAsync(@case, CaseSignals.MilestonePlanned, milestone.Id, cancellationToken);
        return milestone.Id;
    }
}

internal sealed class ReachMilestoneHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<ReachMilestone, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReachMilestone request, CancellationToken cancellationToken)
    {
        var milestone = await db.Milestones.FirstOrDefaultAsync(m => m.Id == request.Milestone && m.CaseId == request.CaseId, cancellationToken);
        if (milestone is null)
        {
            return IncubationRefusals.NotFound;
        }

        var on = request.DoneOn!.Value;
        if (milestone.DoneOn is { } done)
        {
            return IncubationRefusals.DoneAlready(done);
        }

        if (on > calendar.Today())
        {
            return IncubationRefusals.DayToCome(on, "done-on");
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        milestone.Reach(on, string.IsNullOrWhiteSpace(request.Outcome) ? null : request.Outcome.Trim());
        history.Record(@case, "incubation.milestone-reached", on, new Dictionary<string, string>
        {
            ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
            ["milestone"] = milestone.Id.ToString(),
        }, milestone.Outcome is null ? milestone.Title : $"{milestone.Title}: {milestone.Outcome}");
        await engine.CompleteAsync(@case, IncubationSteps.ReachMilestone, milestone.Id, "reached", cancellationToken);
        return Done.It;
    }
}
