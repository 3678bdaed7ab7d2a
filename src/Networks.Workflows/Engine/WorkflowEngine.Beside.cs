using Networks.Data.Cases;

namespace Networks.Workflows.Engine;

/// <summary>What runs beside the case's own path.</summary>
public sealed partial class WorkflowEngine
{
    /// <summary>
    /// Begins a process beside the case's own path: both go on by themselves, a fact is told to both, and the phase stays
    /// that of the path. Where no path runs any more it is the only one.
    /// </summary>
    public Task StartBesideAsync(Case @case, string process, CancellationToken cancellationToken) =>
        StartBesideAsync(@case, process, Guid.Empty, cancellationToken);

    /// <param name="subject">What the whole process is about, unless a branch inside says otherwise.</param>
    public async Task StartBesideAsync(Case @case, string process, Guid subject, CancellationToken cancellationToken)
    {
        if (await RunOfAsync(@case, cancellationToken) is not { } run)
        {
            await StartAsync(@case, process, cancellationToken);
            return;
        }

        var root = run.OpenRoot(run.BeginBeside(process), null, subject);
        await FlowOf(run).EnterSequenceAsync(run.StepOf(root)!, root, cancellationToken);
    }

    /// <summary>Ends a task of the process that runs beside the path about one subject, and moves that process on.</summary>
    /// <returns>False when it has no such task open.</returns>
    public async Task<bool> CompleteBesideAsync(Case @case, Guid subject, string task, string outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var run = @case.SuspendedAt is null ? await RunOfAsync(@case, cancellationToken) : null;
        return run?.OpenItems.FirstOrDefault(i => i.Name == task && run.RootOf(run.Scope(i.ScopeId)).PartyId == subject) is { } item
            && await CompleteAsync(run, item, outcome, cancellationToken);
    }

    /// <summary>Ends the processes that run beside the path about one subject, with everything that is open in them.</summary>
    public async Task CancelBesideAsync(Case @case, Guid subject, string reason, CancellationToken cancellationToken)
    {
        if (await RunOfAsync(@case, cancellationToken) is { } run)
        {
            foreach (var root in run.Roots.Where(r => r.PartyId == subject && run.ProcessOf(r).IsBeside).ToList())
            {
                await FlowOf(run).CancelAsync(root, reason, cancellationToken);
            }
        }
    }
}
