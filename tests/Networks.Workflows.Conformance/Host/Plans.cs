using Microsoft.EntityFrameworkCore;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Engine;

namespace Networks.Workflows.Conformance.Host;

/// <summary>Plans as definitions of this engine.</summary>
internal static class Plans
{
    /// <summary>The row of the journal in which the ledger of effects lies.</summary>
    public const string Ledger = "conformance.effect";

    public static ProcessStep Root(Plan plan) => plan is Hearing { Of: var inner, Reactions: var reactions }
        ? (ProcessStep)Listening(new ProcessStep(Step(inner, ofParty: false)), reactions)
        : new ProcessStep(Step(plan, ofParty: false));

    private static Step Step(Plan plan, bool ofParty) => plan switch
    {
        Ask ask => new TaskStep(ask.Name).For(ofParty ? Parties.ParticipantFirm : Parties.OwnerDesk),
        Effect effect => new AutomaticStep(effect.Name, (context, _) =>
        {
            context.History.Record(context.Case, Ledger, context.Calendar.Today(), new Dictionary<string, string> { ["effect"] = effect.Name });
            return Task.CompletedTask;
        }),
        Chain chain => new SequenceStep(chain.Steps.Select(s => Step(s, ofParty))),
        Each each => Branches(each),
        Rounds rounds => new RepeatUntilStep(rounds.Name, (context, cancellationToken) => EnoughRoundsAsync(rounds, context, cancellationToken), Step(rounds.Body, ofParty)),
        Sleep sleep => new WaitStep(sleep.Name, (context, _) => Task.FromResult<DateOnly?>(context.Calendar.Today().AddDays(sleep.Days))),
        Part part => new SubProcessStep(part.Name, part.Procedure),
        Hearing hearing => Listening(Step(hearing.Of, ofParty), hearing.Reactions),
        _ => throw new InvalidOperationException(plan.ToString()),
    };

    private static ForEachStep Branches(Each each)
    {
        var step = new ForEachStep(each.Name, SmallProcess.ActiveFirms, Step(each.Body, ofParty: true)).JoinWhen(each.Enough switch
        {
            Enough.All => JoinRule.All,
            Enough.Any => JoinRule.Any,
            Enough.TwoOf => JoinRule.AtLeast(2),
            Enough.AllButOne => JoinRule.AllBut(1),
        });
        if (each.LastDay is not { } days)
        {
            return step;
        }

        Task<DateOnly?> LastDay(StepContext context, CancellationToken _) => Task.FromResult<DateOnly?>(context.Calendar.Today().AddDays(days));
        return each.AtLastDay is { } task ? step.At(LastDay, new TaskStep(task)) : step.Until(LastDay);
    }

    private static Step Listening(Step step, IReadOnlyList<On> reactions) => reactions.Aggregate(step, (to, on) => to.On(on.Fact, on.What switch
    {
        What.RaiseTask => Reaction.Open(new TaskStep(on.Task!).For(Parties.OwnerDesk)),
        What.AddParty => Reaction.AddBranch,
        What.AskPartyAgain => Reaction.AskBranchAgain,
        What.PartyLeaves => Reaction.LeaveBranches,
        What.Supersede => Reaction.Supersede,
        What.CancelAll => Reaction.CancelProcess,
    }));

    private static async Task<bool> EnoughRoundsAsync(Rounds rounds, StepContext context, CancellationToken cancellationToken) =>
        await context.Db.Scopes.CountAsync(s => (s.Path == rounds.Name || s.Path.EndsWith("/" + rounds.Name))
            && context.Db.Processes.Any(p => p.Id == s.ProcessId && p.CaseId == context.Case.Id), cancellationToken) >= rounds.Times;
}

/// <summary>One plan under a name and a version.</summary>
internal sealed class PlannedDefinition(string name, int version, Plan plan) : ProcessDefinition
{
    public override string Name => name;

    public override int Version => version;

    protected override ProcessStep Define() => Plans.Root(plan);
}
