using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes;

/// <summary>What is still to do once it is settled that a network ends. Named in process definitions. Stored words.</summary>
public static class ClosingSteps
{
    /// <summary>The desk writes down what is left of the common fund. Subject: the change.</summary>
    public const string SettleFund = "settle-fund";

    /// <summary>Everything is entered: the desk confirms the day on which the network ended. Subject: the change.</summary>
    public const string ConfirmEnd = "confirm-end";

    private const int _usualDays = 20;

    public static async Task<bool> HasFund(StepContext context, CancellationToken cancellationToken) =>
        (await NetworkAsync(context, cancellationToken)).Fund is not null;

    /// <summary>What a network owes for the last time, as tasks beside the deletions.</summary>
    public static async Task PlanLastActs(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        var network = await NetworkAsync(context, cancellationToken);
        if (network.Kind == NetworkKind.LegalEntity)
        {
            Add("final-statement");
            Add("close-tax-position");
        }

        if (network.CoEmploymentReporter is { } reporter)
        {
            Add("end-coemployment", LineWords.Of(await context.Db.Firms.Where(f => f.Id == reporter.Firm).Select(f => f.Name).FirstAsync(cancellationToken)));
        }

        void Add(string code, params string[] values) => context.Db.Add(
            new ChangeTask(Ids.New(context.Clock), change.Id, context.Case.Id, code, values) { DueOn = BusinessCalendar.AddWorkingDays(context.Calendar.Today(), _usualDays) });
    }

    /// <summary>Lines that nobody has seen to, then the deletions that are not entered.</summary>
    public static async Task<IReadOnlyList<Guid>> ToSettle(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var lines = await context.Db.ChangeTasks.Where(t => t.ChangeId == context.SubjectId && t.DoneOn == null).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
        return [.. lines, .. await ChangeSteps.Filings(context, cancellationToken)];
    }

    public static Task<bool> IsALine(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Db.ChangeTasks.AnyAsync(t => t.Id == context.SubjectId, cancellationToken);
    }

    private static Task<EnterpriseNetwork> NetworkAsync(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
    }
}
