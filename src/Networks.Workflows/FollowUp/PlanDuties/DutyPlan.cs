using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Duties;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.FollowUp.PlanDuties;

/// <summary>The duties that follow from law and contract once a network is in effect.</summary>
internal static class DutyPlan
{
    /// <summary>At effect: the first of each kind.</summary>
    public static async Task AddFirstAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (_, verified) = await new FactBook(context.Db, context.Facts).OnAsync(context.Case.ProgrammeId, context.Calendar.Today(), cancellationToken);
        var due = DutiesDue.First(await FactsAsync(context.Db, context.Case, cancellationToken), verified);
        foreach (var duty in due)
        {
            context.Db.Add(New(context.Case.Id, duty, context.Clock));
        }
    }

    /// <summary>The next one of each kind after today.</summary>
    public static async Task AddFromNowAsync(StepContext context, CancellationToken cancellationToken)
    {
        foreach (var duty in DutiesDue.FromNow(await FactsAsync(context.Db, context.Case, cancellationToken), context.Calendar.Today()))
        {
            context.Db.Add(New(context.Case.Id, duty, context.Clock));
        }
    }

    /// <summary>Once a year: kinds that recur and have nothing open, so that none is ever lost.</summary>
    public static async Task AddNextAsync(StepContext context, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(context.Db, context.Case, cancellationToken);
        var known = await context.Db.Duties.Where(d => d.CaseId == context.Case.Id).ToListAsync(cancellationToken);
        foreach (var last in known.GroupBy(d => d.Kind).Select(g => g.MaxBy(d => d.DueOn)!))
        {
            if (last.DoneOn is { } doneOn && DutiesDue.After(last.Kind, last.DueOn, doneOn, facts) is { } next)
            {
                context.Db.Add(New(context.Case.Id, next, context.Clock));
            }
        }
    }

    /// <summary>Next January; from then on each is followed by that of the next year.</summary>
    public static async Task AddYearlyCheckAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (!await YearlyChecks(context).AnyAsync(cancellationToken))
        {
            context.Db.Add(New(context.Case.Id, DutiesDue.CheckOf(context.Calendar.Today().Year + 1), context.Clock));
        }
    }

    public static async Task DropYearlyCheckAsync(StepContext context, CancellationToken cancellationToken) =>
        context.Db.RemoveRange(await YearlyChecks(context).Where(d => d.DoneOn == null).ToListAsync(cancellationToken));

    /// <exception cref="InvalidOperationException">The network is not in effect: nothing is due yet.</exception>
    public static async Task<DutyFacts> FactsAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == @case.Id, cancellationToken);
        return @case is { DeedOn: { } deed, EffectOn: { } effect } && network.Kind is { } kind
            ? new DutyFacts(kind, network.Terms, network.Fund, deed, effect)
            : throw new InvalidOperationException($"Case {@case.Reference} plans duties before its effect was confirmed.");
    }

    private static IQueryable<Duty> YearlyChecks(StepContext context) =>
        context.Db.Duties.Where(d => d.CaseId == context.Case.Id && d.Kind == DutiesDue.YearlyCheck);

    public static Duty New(CaseId caseId, DutyDue due, TimeProvider clock) =>
        new(Ids.New(clock), caseId, due.Kind, due.DueOn, due.Source, due.Citation) { IsToVerify = due.ToVerify };
}
