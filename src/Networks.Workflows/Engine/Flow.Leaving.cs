using Networks.Data.Work;

namespace Networks.Workflows.Engine;

internal sealed partial class Flow
{
    /// <summary>The step's own scope has ended by a reaction: what follows it begins.</summary>
    public Task LeaveSupersededAsync(Step step, Scope scope, CancellationToken cancellationToken) =>
        LeaveAsync(step, run.ParentOf(scope)!, cancellationToken);

    /// <summary>Ends a process before its end, with the sub-processes that it runs; the one that runs it goes on.</summary>
    public Task CancelAsync(Scope root, string reason, CancellationToken cancellationToken)
    {
        run.CloseBelow(root, ScopeStatus.Cancelled, WorkItemStatus.Cancelled, reason);
        return ReturnAsync(root, cancellationToken);
    }

    /// <summary>Looks again whether a for-each is complete, after a branch left it or a task beside it ended.</summary>
    public async Task RejoinAsync(Scope scope, CancellationToken cancellationToken)
    {
        if (scope.Status == ScopeStatus.Open && run.StepOf(scope) is ForEachStep forEach)
        {
            await JoinAsync(forEach, scope, cancellationToken);
        }
    }

    private async Task LeaveAsync(Step step, Scope scope, CancellationToken cancellationToken)
    {
        switch (step.Parent)
        {
            case null:
                run.ProcessOf(scope).Status = ProcessStatus.Completed;
                run.CloseBelow(scope, ScopeStatus.Done, WorkItemStatus.Cancelled, "process-ended");
                await ReturnAsync(scope, cancellationToken);
                break;
            case ForEachStep forEach:
                scope.Status = ScopeStatus.Done;
                await JoinAsync(forEach, run.ParentOf(scope)!, cancellationToken);
                break;
            case RepeatUntilStep repeat:
                await RepeatAsync(repeat, scope, cancellationToken);
                break;
            case ChoiceStep choice:
                await LeaveAsync(choice, scope, cancellationToken);
                break;
            case var sequence:
                await GoOnAsync(sequence, step, scope, cancellationToken);
                break;
        }
    }

    private async Task ReturnAsync(Scope root, CancellationToken cancellationToken)
    {
        if (run.ParentOf(root) is { } call)
        {
            call.Status = root.Status;
            await LeaveAsync(run.StepOf(call)!, run.ParentOf(call)!, cancellationToken);
        }
    }

    private async Task GoOnAsync(Step sequence, Step done, Scope scope, CancellationToken cancellationToken)
    {
        var next = sequence.Flow.SkipWhile(s => s != done).Skip(1).FirstOrDefault();
        if (next is not null)
        {
            await EnterAsync(next, scope, cancellationToken);
        }
        else if (sequence is PhaseStep)
        {
            run.CloseBelow(scope, ScopeStatus.Done, WorkItemStatus.Cancelled, "phase-ended");
            await LeaveAsync(sequence, run.ParentOf(scope)!, cancellationToken);
        }
        else
        {
            await LeaveAsync(sequence, scope, cancellationToken);
        }
    }

    private async Task RepeatAsync(RepeatUntilStep repeat, Scope scope, CancellationToken cancellationToken)
    {
        var ends = false;
        var parked = true;
        await ParkingAsync(repeat, scope, IncidentKind.Repeat, async () =>
        {
            ends = await repeat.Condition(await ContextAsync(SubjectOf(scope), cancellationToken), cancellationToken);
            parked = false;
        });
        if (parked)
        {
            return;
        }

        run.CloseBelow(scope, ScopeStatus.Done, WorkItemStatus.Cancelled, "round-ended");
        var parent = run.ParentOf(scope)!;
        if (ends)
        {
            await LeaveAsync(repeat, parent, cancellationToken);
        }
        else
        {
            await EnterAsync(repeat, parent, cancellationToken);
        }
    }

    private async Task JoinAsync(ForEachStep forEach, Scope scope, CancellationToken cancellationToken)
    {
        // A party that is asked again has two branches; the newest counts.
        var branches = run.ChildrenOf(scope).GroupBy(b => b.PartyId).Select(g => g.MaxBy(b => b.Round)!.Status).ToList();
        var done = branches.Count(s => s == ScopeStatus.Done);
        var enough = forEach.Join.Holds(done, done + branches.Count(s => s == ScopeStatus.Open));
        var asideOpen = run.OpenItems.Any(i => i.ScopeId == scope.Id);
        if (scope.Status == ScopeStatus.Open && enough && !asideOpen)
        {
            run.CloseBelow(scope, ScopeStatus.Done, WorkItemStatus.Cancelled, "joined");
            await LeaveAsync(forEach, run.ParentOf(scope)!, cancellationToken);
        }
    }
}
