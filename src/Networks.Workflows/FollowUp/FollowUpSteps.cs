using Microsoft.EntityFrameworkCore;
using Networks.Data.Cases;
using Networks.Workflows.Engine;
using Networks.Workflows.FollowUp.PlanDuties;

namespace Networks.Workflows.FollowUp;

/// <summary>Tasks, sets and conditions of the follow-up, named in process definitions. Stored words.</summary>
public static class FollowUpSteps
{
    /// <summary>The desk sees to one duty of law or contract.</summary>
    public const string FulfilDuty = "fulfil-duty";

    public static Task PlanFirstDuties(StepContext context, CancellationToken cancellationToken) =>
        DutyPlan.AddFirstAsync(context, cancellationToken);

    /// <summary>For a network that was taken in: what is due from today on, nothing of what was before.</summary>
    public static Task PlanDutiesFromNow(StepContext context, CancellationToken cancellationToken) =>
        DutyPlan.AddFromNowAsync(context, cancellationToken);

    public static Task PlanNextDuties(StepContext context, CancellationToken cancellationToken) =>
        DutyPlan.AddNextAsync(context, cancellationToken);

    /// <summary>Before the year's duties: is the network still what the register says?</summary>
    public static Task PlanYearlyCheck(StepContext context, CancellationToken cancellationToken) =>
        DutyPlan.AddYearlyCheckAsync(context, cancellationToken);

    /// <summary>As if the yearly check had never been planned.</summary>
    public static Task DropYearlyCheck(StepContext context, CancellationToken cancellationToken) =>
        DutyPlan.DropYearlyCheckAsync(context, cancellationToken);

    public static async Task<IReadOnlyList<Guid>> OpenDuties(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.Db.Duties.Where(d => d.CaseId == context.Case.Id && d.DoneOn == null)
            .OrderBy(d => d.DueOn).Select(d => d.Id).ToListAsync(cancellationToken);
    }

    public static async Task<DateOnly?> DutyDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await context.Db.Duties.FindAsync([context.SubjectId], cancellationToken))?.DueOn;
    }

    /// <summary>The yearly wake: a network in effect is never forgotten.</summary>
    public static Task<DateOnly?> NextDutiesDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult<DateOnly?>(new DateOnly(context.Calendar.Today().Year + 1, 1, 1));
    }

    /// <summary>The closing of the network has been completed: nothing recurs any more.</summary>
    public static Task<bool> NetworkEnded(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(context.Case.Status == CaseStatus.Ended);
    }
}
