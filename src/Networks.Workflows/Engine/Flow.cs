using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Engine;

/// <summary>What comes next in one running process: here the entering of steps, in the other half the leaving.</summary>
internal sealed partial class Flow(
    ProcessRun run, NetworksDbContext db, CaseHistory history, BusinessCalendar calendar, PublicAddress address, VerifiableFacts facts, MailRules mail, TimeProvider clock,
    Action<string, Exception> logFailure)
{
    public Schedule Schedule { get; } = new(run, calendar, clock);

    public Task EnterAsync(Step step, Scope scope, CancellationToken cancellationToken) =>
        ParkingAsync(step, scope, IncidentKind.Step, () => EnterStepAsync(step, scope, cancellationToken));

    private async Task EnterStepAsync(Step step, Scope scope, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case SequenceStep:
                await EnterSequenceAsync(step, scope, cancellationToken);
                break;
            case PhaseStep phase:
                EnterPhase(phase, scope);
                await EnterSequenceAsync(phase, run.Open(scope, phase.Path, Guid.Empty), cancellationToken);
                break;
            case TaskStep task:
                await OpenTaskAsync(task, scope, SubjectOf(scope), cancellationToken);
                break;
            case AutomaticStep automatic:
                await DoAsync(automatic.Effect, SubjectOf(scope), cancellationToken);
                await LeaveAsync(step, scope, cancellationToken);
                break;
            case ForEachStep forEach:
                await EnterForEachAsync(forEach, scope, cancellationToken);
                break;
            case ChoiceStep choice:
                await EnterChoiceAsync(choice, scope, cancellationToken);
                break;
            case RepeatUntilStep repeat:
                await EnterSequenceAsync(repeat.Children[0], run.Open(scope, repeat.Path, Guid.Empty), cancellationToken);
                break;
            case SubProcessStep sub:
                var root = run.Call(sub, run.Open(scope, sub.Path, Guid.Empty));
                await EnterSequenceAsync(run.StepOf(root)!, root, cancellationToken);
                break;
            case WaitStep wait:
                await EnterWaitAsync(wait, scope, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"A {step.GetType().Name} cannot be entered.");
        }
    }

    public async Task EnterSequenceAsync(Step sequence, Scope scope, CancellationToken cancellationToken)
    {
        if (sequence.Flow.FirstOrDefault() is { } first)
        {
            await EnterAsync(first, scope, cancellationToken);
        }
        else
        {
            await LeaveAsync(sequence, scope, cancellationToken);
        }
    }

    public async Task AfterTaskAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var step = run.StepOf(item);
        var scope = run.Scope(item.ScopeId);
        if (step.IsAside)
        {
            await RejoinAsync(scope, cancellationToken);
        }
        else
        {
            await LeaveAsync(step, scope, cancellationToken);
        }
    }

    public Task EnterBranchAsync(ForEachStep forEach, Scope scope, Guid party, CancellationToken cancellationToken) =>
        EnterAsync(forEach.Children[0], OpenBranch(forEach, scope, party), cancellationToken);

    /// <summary>Opens a task beside the flow, unless the same one about the same subject is open.</summary>
    public async Task OpenAsideAsync(TaskStep task, Scope scope, Guid subject, CancellationToken cancellationToken)
    {
        if (!run.OpenItems.Any(i => i.ScopeId == scope.Id && i.Path == task.Path && i.SubjectId == subject))
        {
            await OpenTaskAsync(task, scope, subject, cancellationToken);
        }
    }

    public async Task OpenTaskAsync(TaskStep task, Scope scope, Guid subject, CancellationToken cancellationToken)
    {
        var context = await ContextAsync(subject, cancellationToken);
        var assignment = await task.Assign(context, cancellationToken);
        var item = new WorkItem(WorkItemId.New(clock), run.Case.Id, scope.Id, task.Path, subject, clock.GetUtcNow())
        {
            DeskId = assignment.Desk,
            ParticipantId = assignment.Firm,
            WaitsFor = assignment.WaitsFor,
            DueOn = task.DueRule is null ? null : await task.DueRule(context, cancellationToken),
        };
        run.Add(item);
        if (task.Reminders is { } ladder)
        {
            Schedule.Reminder(item, ladder.After);
        }
    }

    /// <summary>Last word in the path of a branch's scope.</summary>
    public const string BranchWord = "*";

    private async Task EnterForEachAsync(ForEachStep forEach, Scope parent, CancellationToken cancellationToken)
    {
        var context = await ContextAsync(SubjectOf(parent), cancellationToken);
        var parties = await forEach.Parties(context, cancellationToken);
        var lastDay = forEach.Deadline is null ? null : await forEach.Deadline(context, cancellationToken);
        var scope = run.Open(parent, forEach.Path, Guid.Empty);
        if (lastDay is { } day)
        {
            Schedule.Deadline(forEach, scope, day);
        }

        // All branches are there before the first one is entered: one that ends at once must not join for the others.
        var branches = parties.Select(party => OpenBranch(forEach, scope, party)).ToList();
        foreach (var branch in branches.Where(branch => branch.Status == ScopeStatus.Open))
        {
            await EnterAsync(forEach.Children[0], branch, cancellationToken);
        }

        if (parties.Count == 0)
        {
            await JoinAsync(forEach, scope, cancellationToken);
        }
    }

    private async Task EnterChoiceAsync(ChoiceStep choice, Scope scope, CancellationToken cancellationToken)
    {
        var way = await choice.Condition(await ContextAsync(SubjectOf(scope), cancellationToken), cancellationToken) ? choice.Then : choice.Otherwise;
        if (way is not null)
        {
            await EnterAsync(way, scope, cancellationToken);
        }
        else
        {
            await LeaveAsync(choice, scope, cancellationToken);
        }
    }

    private async Task EnterWaitAsync(WaitStep wait, Scope scope, CancellationToken cancellationToken)
    {
        var until = await wait.Until(await ContextAsync(SubjectOf(scope), cancellationToken), cancellationToken)
            ?? throw new InvalidOperationException($"Wait {wait.Path} has no day: the case would never wake.");
        Schedule.Wake(wait, scope, until);
    }

    private Scope OpenBranch(ForEachStep forEach, Scope scope, Guid party) => run.Open(scope, $"{forEach.Path}/{BranchWord}", party);

    private void EnterPhase(PhaseStep phase, Scope scope)
    {
        if (run.ProcessOf(scope) != run.Process)
        {
            // The phase of the case is that of its own path, not of a part or of what runs beside.
            return;
        }

        run.Case.Phase = phase.Phase;
        PhaseEntered.Record(history, run.Case, calendar.Today());
    }

    /// <summary>The party of the nearest branch around a scope; empty outside of one.</summary>
    private Guid SubjectOf(Scope scope)
    {
        for (Scope? at = scope; at is not null; at = run.ParentOf(at))
        {
            if (at.PartyId != Guid.Empty)
            {
                return at.PartyId;
            }
        }

        return Guid.Empty;
    }
}
