using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.History;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Engine;

/// <summary>
/// Moves the process of one case, inside the transaction of the act that caused it. It writes rows and nothing else:
/// no mail, no file, no clock of its own. It must run after the guard (<c>Cases.Version</c> raised), which the pipeline
/// does first; so two acts on one case never run at once.
/// </summary>
public sealed partial class WorkflowEngine(
    NetworksDbContext db,
    ProcessCatalog catalog,
    CaseHistory history,
    BusinessCalendar calendar,
    PublicAddress address,
    IActor actor,
    VerifiableFacts facts,
    MailRules mail,
    TimeProvider clock,
    ILogger<WorkflowEngine> log)
{
    /// <summary>Begins the version of a process that is in force today for a case that has none running.</summary>
    public async Task StartAsync(Case @case, string process, CancellationToken cancellationToken)
    {
        var run = ProcessRun.Begin(db, clock, @case, catalog, process);
        Keep(run);
        var root = run.OpenRoot(run.Process, null);
        await FlowOf(run).EnterSequenceAsync(run.StepOf(root)!, root, cancellationToken);
    }

    /// <summary>The open tasks of a case by the task's own word, and by subject where one is given.</summary>
    public async Task<IReadOnlyList<WorkItem>> OpenTasksAsync(Case @case, string task, Guid? subject, CancellationToken cancellationToken)
    {
        var run = await RunOfAsync(@case, cancellationToken);
        return run is null ? [] : [.. run.OpenItems.Where(i => i.Name == task && (subject is null || i.SubjectId == subject))];
    }

    /// <summary>Ends a task with its outcome and moves the flow on.</summary>
    /// <returns>False when no such task is open: somebody was first, the case has moved on, or it is suspended.</returns>
    public async Task<bool> CompleteAsync(Case @case, string task, Guid? subject, string outcome, CancellationToken cancellationToken)
    {
        var run = @case.SuspendedAt is null ? await RunOfAsync(@case, cancellationToken) : null;
        var item = run?.OpenItems.FirstOrDefault(i => i.Name == task && (subject is null || i.SubjectId == subject));
        return run is not null && item is not null && await CompleteAsync(run, item, outcome, cancellationToken);
    }

    private async Task<bool> CompleteAsync(ProcessRun run, WorkItem item, string outcome, CancellationToken cancellationToken)
    {
        item.Close(WorkItemStatus.Done, outcome, clock.GetUtcNow(), actor.Officer, actor.Firm, InPlaceOf(item));
        run.DropTimersOf(item);
        await FlowOf(run).AfterTaskAsync(item, cancellationToken);
        return true;
    }

    /// <summary>Tells the process a fact; the open scopes that react to it do so, innermost first, each once.</summary>
    /// <param name="subject">Participant or other party that the fact is about; empty when it is about the case.</param>
    public async Task SignalAsync(Case @case, string signal, Guid subject, CancellationToken cancellationToken)
    {
        var run = await RunOfAsync(@case, cancellationToken);
        if (run is not null)
        {
            await new Reactions(run, FlowOf(run)).RaiseAsync(signal, subject, cancellationToken);
        }
    }

    /// <summary>A timer is due. Firing one too early, one that is no longer pending or one of a suspended case changes nothing.</summary>
    public async Task FireAsync(Case @case, Guid timerId, CancellationToken cancellationToken)
    {
        var run = @case.SuspendedAt is not null ? null : await RunOfAsync(@case, cancellationToken);
        var timer = run?.PendingTimers.FirstOrDefault(t => t.Id == timerId && t.DueAt <= clock.GetUtcNow());
        if (run is not null && timer is not null)
        {
            timer.Status = TimerStatus.Fired;
            timer.Fence++;
            await FlowOf(run).AfterTimerAsync(timer, cancellationToken);
        }
    }

    /// <summary>Ends the processes of a case, whatever their definitions say, with everything that is open in them.</summary>
    public async Task CancelAsync(Case @case, string reason, CancellationToken cancellationToken)
    {
        if (await RunOfAsync(@case, cancellationToken) is { } run)
        {
            foreach (var root in run.Roots.ToList())
            {
                await FlowOf(run).CancelAsync(root, reason, cancellationToken);
            }
        }
    }

    /// <summary>Tries again a step, a repetition or a timer that stands still.</summary>
    /// <returns>False when it stands still no more: somebody was first, or what it stood in has ended.</returns>
    public async Task<bool> RetryAsync(Case @case, Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Status != IncidentStatus.Open)
        {
            return false;
        }

        var run = await RunOfAsync(@case, cancellationToken);
        if (run?.OpenScopes.FirstOrDefault(s => s.Id == incident.ScopeId) is null)
        {
            incident.Status = IncidentStatus.Dropped;
            return false;
        }

        incident.Status = IncidentStatus.Retried;
        history.Record(@case, "engine.step-retried", calendar.Today());
        await FlowOf(run).RetryAsync(incident, cancellationToken);
        return true;
    }

    /// <summary>From now on no task of the case can be done, no timer fires and no mail leaves; facts from outside are kept.</summary>
    public void Suspend(Case @case) => @case.Suspend(clock.GetUtcNow());

    /// <summary>What came due while the case rested comes due at nine in the morning of the next working day.</summary>
    public async Task ResumeAsync(Case @case, CancellationToken cancellationToken)
    {
        @case.Resume();
        if (await RunOfAsync(@case, cancellationToken) is { } run)
        {
            FlowOf(run).Schedule.Postpone();
        }
    }

    /// <summary>Gives the parties of an open for-each a new last day: its tasks, its deadline, and a fresh reminder ladder.</summary>
    public async Task MoveDeadlineAsync(Case @case, string forEach, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var run = await RunOfAsync(@case, cancellationToken);
        var scope = run?.OpenScopes.FirstOrDefault(s => run.StepOf(s) is ForEachStep step && step.Name == forEach);
        if (run is null || scope is null)
        {
            return;
        }

        foreach (var timer in run.PendingTimers.Where(t => t.ScopeId == scope.Id && t.Kind == TimerKind.Deadline).ToList())
        {
            timer.Status = TimerStatus.Dropped;
        }

        var flow = FlowOf(run);
        flow.Schedule.Deadline((ForEachStep)run.StepOf(scope)!, scope, lastDay);
        foreach (var item in run.OpenItems.Where(i => i.ScopeId != scope.Id && run.IsWithin(i.ScopeId, scope)).ToList())
        {
            item.DueOn = lastDay;
            flow.Schedule.RestartReminders(item);
        }
    }

    /// <summary>Whose task it was, where somebody else ended it.</summary>
    private Guid? InPlaceOf(WorkItem item) => actor.Kind != ActorKind.Officer ? null
        : item.ParticipantId is { } firm ? firm.Value
        : item.InHandOf is { } officer && officer != actor.Officer ? officer.Value
        : item.DeskId != actor.Association ? item.DeskId.Value
        : null;
}
