using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine;

/// <summary>When one running process is to be woken; days are those of Europe/Rome.</summary>
internal sealed class Schedule(ProcessRun run, BusinessCalendar calendar, TimeProvider clock)
{
    /// <param name="until">The day at whose beginning the wait ends.</param>
    public void Wake(WaitStep wait, Scope scope, DateOnly until) =>
        Add(scope.Id, wait, TimerKind.Wake, BusinessCalendar.EndOfDay(until.AddDays(-1)));

    /// <summary>A for-each at whose deadline nothing happens is not woken.</summary>
    public void Deadline(ForEachStep forEach, Scope scope, DateOnly lastDay)
    {
        if (forEach.WakesAtDeadline)
        {
            Add(scope.Id, forEach, TimerKind.Deadline, BusinessCalendar.EndOfDay(lastDay));
        }
    }

    /// <summary>At nine in the morning of a later day.</summary>
    /// <param name="workingDays">From today.</param>
    public void Reminder(WorkItem item, int workingDays)
    {
        var day = BusinessCalendar.AddWorkingDays(calendar.Today(), workingDays);
        Add(item.ScopeId, run.StepOf(item), TimerKind.Reminder, NineOf(day), item.Id);
    }

    /// <summary>The party of a task gets the whole ladder again, from today.</summary>
    public void RestartReminders(WorkItem item)
    {
        if (run.StepOf(item) is TaskStep { Reminders: { } ladder })
        {
            run.DropTimersOf(item);
            item.Reminders = 0;
            Reminder(item, ladder.After);
        }
    }

    /// <summary>What is due now comes due on the next working day.</summary>
    public void Postpone()
    {
        var morning = NineOf(BusinessCalendar.AddWorkingDays(calendar.Today(), 1));
        foreach (var timer in run.PendingTimers.Where(t => t.DueAt <= clock.GetUtcNow()).ToList())
        {
            timer.DueAt = morning;
        }
    }

    private static DateTimeOffset NineOf(DateOnly day) => BusinessCalendar.EndOfDay(day.AddDays(-1)).AddHours(9);

    private void Add(Guid scope, Step step, TimerKind kind, DateTimeOffset at, WorkItemId? item = null) =>
        run.Add(new DueTimer(Ids.New(clock), run.Case.Id, scope, step.Path, kind, at) { ItemId = item });
}
