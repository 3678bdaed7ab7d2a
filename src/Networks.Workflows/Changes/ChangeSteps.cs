using Microsoft.EntityFrameworkCore;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes;

/// <summary>Tasks, sets and conditions of what happens to a network later, named in process definitions. Stored words.</summary>
public static class ChangeSteps
{
    /// <summary>The desk brings in the notice, declaration or deed. Subject: the change.</summary>
    public const string RecordDocument = "record-document";

    /// <summary>The desk sees to one line of an accepted simulation. Subject: the line.</summary>
    public const string SettleLine = "settle-line";

    /// <summary>A participant says by its link whether it agrees. Subject: the vote.</summary>
    public const string VoteOnChange = "vote-on-change";

    /// <summary>The last day has passed and somebody is silent: the desk asks, and records what it hears. Subject: none.</summary>
    public const string ChaseVotes = "chase-votes";

    /// <summary>The document of a change and the lines that go with it, side by side.</summary>
    public static async Task<IReadOnlyList<Guid>> ToDo(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(context, cancellationToken);
        var lines = await context.Db.ChangeTasks.Where(t => t.ChangeId == change.Id && t.DoneOn == null).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
        return await NeedsDocumentAsync(context, change, cancellationToken) ? [change.Id, .. lines] : lines;
    }

    /// <summary>The branch is about the change itself and not about one of its lines.</summary>
    public static Task<bool> IsTheChange(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Db.NetworkChanges.AnyAsync(c => c.Id == context.SubjectId, cancellationToken);
    }

    public static async Task<DateOnly?> LineDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await context.Db.ChangeTasks.FindAsync([context.SubjectId], cancellationToken))?.DueOn;
    }

    /// <summary>The notice still runs.</summary>
    public static async Task<bool> DayIsToCome(StepContext context, CancellationToken cancellationToken) =>
        (await ChangeAsync(context, cancellationToken)).EffectiveOn > context.Calendar.Today();

    public static async Task<DateOnly?> EffectiveDay(StepContext context, CancellationToken cancellationToken) =>
        (await ChangeAsync(context, cancellationToken)).EffectiveOn;

    /// <summary>The firm is out: of a network in effect with its entry behind it, before that as if it had never signed.</summary>
    public static async Task TakeFirmOut(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(context, cancellationToken);
        var firm = await context.Db.Participants.FirstAsync(p => p.Id == change.ParticipantId, cancellationToken);
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        var on = change.EffectiveOn ?? change.DocumentOn ?? context.Calendar.Today();
        if (context.Case.EffectOn is null)
        {
            firm.Leave(on, change.Cause!);
        }
        else
        {
            firm.Withdraw(on, change.Cause!);
        }

        network.VacateRoles(firm.Id, firm.FirmId);
        foreach (var link in await context.Db.FirmLinks.Where(l => l.ParticipantId == firm.Id && l.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            link.ReplacedAt = context.Clock.GetUtcNow();
        }

        await ChangeHistory.RecordAsync(context, change, "changes.firm-left", on, cancellationToken);
    }

    /// <summary>The filings of the change around this branch.</summary>
    public static async Task<IReadOnlyList<Guid>> Filings(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ids = await context.Db.Filings.Where(f => f.ChangeId == context.SubjectId).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }

    /// <summary>Everything that it asked for is there.</summary>
    public static async Task Complete(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(context, cancellationToken);
        change.End(ChangeStatus.Done, context.Calendar.Today());
        await ChangeHistory.RecordAsync(context, change, "changes.completed", context.Calendar.Today(), cancellationToken);
    }

    internal static async Task<NetworkChange> ChangeAsync(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.Db.NetworkChanges.FirstAsync(c => c.Id == context.SubjectId, cancellationToken);
    }

    // A firm that has left before the deed needs no document: nobody has signed.
    private static async Task<bool> NeedsDocumentAsync(StepContext context, NetworkChange change, CancellationToken cancellationToken) =>
        change.ParticipantId is not { } firm
        || await context.Db.Participants.AnyAsync(p => p.Id == firm && p.Status == ParticipantStatus.Active, cancellationToken);
}
