using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Incubation;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation.Milestones;

/// <summary>Puts the usual steps of the first ninety days on the desk's list. Refused: milestones are there already, no incubation.</summary>
[Access(Right.CaseManage)]
public sealed record PlanFirstDays(Guid OperationId, CaseId CaseId) : ICommand<PlannedDays>, ICaseRequest;

public sealed record PlannedDays(int Milestones, DateOnly Until);

internal sealed class PlanFirstDaysHandler(NetworksDbContext db, WorkflowEngine engine, Incubator incubator, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<PlanFirstDays, Result<PlannedDays>>
{
    /// <summary>Days from today, and the word of the step; its title is <c>incubation.first-days-&lt;word&gt;</c>.</summary>
    private static readonly (int Days, string Word)[] _plan = [(15, "kick-off"), (30, "roles"), (45, "communication"), (60, "first-activity"), (90, "review")];

    public async Task<Result<PlannedDays>> Handle(PlanFirstDays request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (!await incubator.HasBegunAsync(@case.Id, cancellationToken))
        {
            return IncubationRefusals.NotInEffect;
        }

        if (await db.Milestones.AnyAsync(m => m.CaseId == @case.Id, cancellationToken))
        {
            return IncubationRefusals.PlannedAlready;
        }

        var milestones = _plan.Select(step => new Milestone(
            Ids.New(clock), @case.Id, Words.Say($"incubation.first-days-{step.Word}"), BusinessCalendar.NextWorkingDay(calendar.Today().AddDays(step.Days)))).ToList();
        db.AddRange(milestones);
        foreach (var milestone in milestones)
        {
            history.Record(@case, "incubation.milestone-planned", calendar.Today(), new Dictionary<string, string>
            {
                ["date"] = $"{milestone.DueOn:yyyy-MM-dd}",
                ["milestone"] = milestone.Id.ToString(),
            }, milestone.Title);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var milestone in milestones)
        {
            await engine.SignalAsync(@case, CaseSignals.MilestonePlanned, milestone.Id, cancellationToken);
        }

        return new PlannedDays(milestones.Count, milestones[^1].DueOn);
    }
}
