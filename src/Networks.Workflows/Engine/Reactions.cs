using Networks.Data.Work;

namespace Networks.Workflows.Engine;

/// <summary>What the open scopes of a process do when a fact is raised.</summary>
internal sealed class Reactions(ProcessRun run, Flow flow)
{
    public async Task RaiseAsync(string signal, Guid subject, CancellationToken cancellationToken)
    {
        var reacting = run.OpenScopes
            .SelectMany(scope => (run.StepOf(scope)?.Reactions ?? []).Where(r => r.Signal == signal).Select(reaction => (scope, reaction)))
            .OrderByDescending(pair => run.DepthOf(pair.scope))
            .ToList();
        foreach (var (scope, reaction) in reacting)
        {
            // An inner reaction may have ended this scope: the fact has been answered there.
            if (scope.Status == ScopeStatus.Open)
            {
                await ReactAsync(reaction, scope, subject, cancellationToken);
            }
        }
    }

    private async Task ReactAsync(Reaction reaction, Scope scope, Guid subject, CancellationToken cancellationToken)
    {
        if (reaction.Effect is { } effect)
        {
            await flow.DoAsync(effect, subject, cancellationToken);
        }

        switch (reaction.Kind)
        {
            case ReactionKind.OpenTask:
                await flow.OpenAsideAsync(reaction.Task!, scope, subject, cancellationToken);
                break;
            case ReactionKind.AddBranch:
                await AddBranchAsync(scope, subject, cancellationToken);
                break;
            case ReactionKind.AskBranchAgain:
                await AskAgainAsync(scope, subject, cancellationToken);
                break;
            case ReactionKind.LeaveBranches:
                await LeaveBranchesAsync(scope, subject, cancellationToken);
                break;
            case ReactionKind.Supersede:
                run.CloseBelow(scope, ScopeStatus.Superseded, WorkItemStatus.Superseded, reaction.Signal);
                await flow.LeaveSupersededAsync(run.StepOf(scope)!, scope, cancellationToken);
                break;
            case ReactionKind.CancelProcess:
                await flow.CancelAsync(run.RootOf(scope), reaction.Signal, cancellationToken);
                break;
        }
    }

    private async Task AddBranchAsync(Scope scope, Guid subject, CancellationToken cancellationToken)
    {
        var forEach = (ForEachStep)run.StepOf(scope)!;
        if (!run.ChildrenOf(scope).Any(branch => branch.PartyId == subject && branch.Status == ScopeStatus.Open))
        {
            await flow.EnterBranchAsync(forEach, scope, subject, cancellationToken);
        }
    }

    private async Task AskAgainAsync(Scope scope, Guid subject, CancellationToken cancellationToken)
    {
        // The answer before, if there was one, no longer counts.
        if (run.ChildrenOf(scope).Where(b => b.PartyId == subject).MaxBy(b => b.Round) is { } branch)
        {
            run.CloseBelow(branch, ScopeStatus.Superseded, WorkItemStatus.Superseded, "asked-again");
            branch.Status = ScopeStatus.Superseded;
        }

        await AddBranchAsync(scope, subject, cancellationToken);
    }

    private async Task LeaveBranchesAsync(Scope scope, Guid subject, CancellationToken cancellationToken)
    {
        // A for-each can have waited for a branch of the subject, or only for a task beside it.
        var waiting = new List<Scope>();
        foreach (var item in run.OpenItems.Where(i => i.SubjectId == subject && run.IsWithin(i.ScopeId, scope)).ToList())
        {
            run.Close(item, WorkItemStatus.Left, "left");
            waiting.Add(run.Scope(item.ScopeId));
        }

        foreach (var branch in run.OpenScopes.Where(s => s.PartyId == subject && run.IsWithin(s.Id, scope)).ToList())
        {
            run.CloseBelow(branch, ScopeStatus.Cancelled, WorkItemStatus.Left, "left");
            waiting.Add(run.ParentOf(branch)!);
        }

        foreach (var open in waiting.Distinct())
        {
            await flow.RejoinAsync(open, cancellationToken);
        }
    }
}
