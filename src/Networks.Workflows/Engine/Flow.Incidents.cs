using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Work;

namespace Networks.Workflows.Engine;

internal sealed partial class Flow
{
    /// <summary>
    /// A step that fails stands still with its reason, and what led to it stays done: nobody loses an act because the
    /// service failed afterwards. The rest of the process goes on; whoever joins with the step waits for it.
    /// </summary>
    private async Task ParkingAsync(Step step, Scope scope, IncidentKind kind, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (IsOfTheStep(e))
        {
            logFailure(step.Path, e);
            db.Add(new Incident(Ids.New(clock), run.Case.Id, scope.Id, step.Path, kind, $"{e.GetType().Name}: {e.Message}", clock.GetUtcNow()));
            history.Record(run.Case, "engine.step-failed", calendar.Today());
        }
    }

    /// <summary>Tries again what an incident stands for. When it fails again, that is a new incident.</summary>
    public async Task RetryAsync(Incident incident, CancellationToken cancellationToken)
    {
        var scope = run.Scope(incident.ScopeId);
        switch (incident.Kind)
        {
            case IncidentKind.Step:
                await EnterAsync(run.StepOf(incident), scope, cancellationToken);
                break;
            case IncidentKind.Repeat:
                await RepeatAsync((RepeatUntilStep)run.StepOf(incident), scope, cancellationToken);
                break;
            case IncidentKind.Timer:
                if (await db.Timers.FirstOrDefaultAsync(t => t.Id == incident.TimerId && t.Status == TimerStatus.Parked, cancellationToken) is { } timer)
                {
                    timer.Status = TimerStatus.Pending;
                    timer.Failures = 0;
                }

                break;
        }
    }

    // What the database says is about the whole act: the pipeline repeats it, or refuses it.
    private static bool IsOfTheStep(Exception e) => e is not OperationCanceledException && !DatabaseFaults.IsOfDatabase(e);
}
