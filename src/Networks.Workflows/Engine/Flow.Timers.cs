using Networks.Data.Work;

namespace Networks.Workflows.Engine;

internal sealed partial class Flow
{
    public async Task AfterTimerAsync(DueTimer timer, CancellationToken cancellationToken)
    {
        var step = run.StepOf(timer);
        var scope = run.Scope(timer.ScopeId);
        switch (timer.Kind)
        {
            case TimerKind.Wake:
                await LeaveAsync(step, scope, cancellationToken);
                break;
            case TimerKind.Deadline:
                await AfterDeadlineAsync((ForEachStep)step, scope, cancellationToken);
                break;
            case TimerKind.Reminder:
                // A parked reminder outlives its task: tried again, it has nothing to say.
                if (run.OpenItems.FirstOrDefault(i => i.Id == timer.ItemId) is { } item)
                {
                    await RemindAsync((TaskStep)step, item, cancellationToken);
                }

                break;
        }
    }

    private async Task AfterDeadlineAsync(ForEachStep forEach, Scope scope, CancellationToken cancellationToken)
    {
        if (forEach.AtDeadline is { } task)
        {
            await OpenAsideAsync(task, scope, Guid.Empty, cancellationToken);
            return;
        }

        foreach (var branch in run.ChildrenOf(scope).Where(b => b.Status == ScopeStatus.Open))
        {
            run.CloseBelow(branch, ScopeStatus.Cancelled, WorkItemStatus.Cancelled, "deadline-passed");
        }

        await JoinAsync(forEach, scope, cancellationToken);
    }

    private async Task RemindAsync(TaskStep step, WorkItem item, CancellationToken cancellationToken)
    {
        var ladder = step.Reminders!;
        item.Reminders++;
        await DoAsync(ladder.Send, item.SubjectId, cancellationToken, item);
        if (item.Reminders < ladder.AtMost)
        {
            Schedule.Reminder(item, ladder.Every);
        }
    }
}
