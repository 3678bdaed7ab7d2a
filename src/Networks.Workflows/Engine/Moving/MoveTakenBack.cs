using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.History;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

/// <summary>
/// Takes the last move of a case back: what it opened is closed, what it closed is open again with its day. Refused as
/// soon as anything of the procedure happened since, or a mail of the move has left: a done thing is not undone.
/// </summary>
internal sealed class MoveTakenBack(NetworksDbContext db, ProcessCatalog catalog, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Name of the history's row.</summary>
    public const string TakenBack = "engine.version-taken-back";

    /// <summary>Outcome of a task that the move had opened.</summary>
    private const string _outcome = "taken-back";

    /// <summary>The move that could be taken back as far as its time goes; null when there is none.</summary>
    public async Task<CaseEvent?> LastMoveAsync(CaseId caseId, CancellationToken cancellationToken) =>
        await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == caseId && (e.Name == ProcessMover.Moved || e.Name == TakenBack))
            .OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken) is { Name: ProcessMover.Moved } moved ? moved : null;

    /// <returns>The version that the case runs again, or why not.</returns>
    public async Task<Result<int>> TakeBackAsync(Case @case, CancellationToken cancellationToken)
    {
        var moved = await LastMoveAsync(@case.Id, cancellationToken);
        if (moved is null || await engine.OpenAsync(@case, cancellationToken) is not var (run, flow))
        {
            return MovingRefusals.NotMoved;
        }

        var rows = Json.Read<MovedRows>(moved.Facts["rows"]);
        var mails = await db.Outbox.Where(m => rows.Mails.Contains(m.Id)).ToListAsync(cancellationToken);
        if (await RefuseAsync(@case, run, rows, moved, mails, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var from = int.Parse(moved.Facts["from"], CultureInfo.InvariantCulture);
        var version = catalog.Get(run.Process.Name, run.Process.Version);
        await CloseAsync(run, rows, cancellationToken);
        foreach (var step in rows.MadeUp.Reverse().Select(version.Find).OfType<AutomaticStep>())
        {
            await flow.DoAsync(step.TakeBack!, Guid.Empty, cancellationToken);
        }

        run.Process.MoveTo(from);
        await OpenAgainAsync(run, rows, cancellationToken);
        mails.ForEach(m => m.Status = OutboxStatus.Dropped);
        history.Record(@case, TakenBack, calendar.Today(), new Dictionary<string, string> { ["from"] = moved.Facts["to"], ["to"] = moved.Facts["from"] });
        return from;
    }

    private async Task<Refusal?> RefuseAsync(Case @case, ProcessRun run, MovedRows rows, CaseEvent moved, List<OutboxMessage> mails, CancellationToken cancellationToken)
    {
        if (mails.Exists(m => m.Status != OutboxStatus.Queued))
        {
            return MovingRefusals.MailWentOut;
        }

        if (MovedRows.StandingOf(run) == rows.Standing)
        {
            return null;
        }

        var done = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == @case.Id && i.ClosedAt >= moved.RecordedAt && i.Outcome != ProcessMover.LaterOutcome).OrderBy(i => i.ClosedAt).FirstOrDefaultAsync(cancellationToken);
        return done is { ClosedAt: { } at } ? MovingRefusals.GoneOn(done.Name, BusinessCalendar.DayOf(at)) : MovingRefusals.GoneOnUnnamed;
    }

    private static async Task CloseAsync(ProcessRun run, MovedRows rows, CancellationToken cancellationToken)
    {
        foreach (var item in run.OpenItems.Where(i => rows.OpenedItems.Contains(i.Id.Value)).ToList())
        {
            run.Close(item, WorkItemStatus.Cancelled, _outcome);
        }

        foreach (var timer in run.PendingTimers.Where(t => rows.AddedTimers.Contains(t.Id)).ToList())
        {
            timer.Status = TimerStatus.Dropped;
        }

        foreach (var scope in run.OpenScopes.Where(s => rows.OpenedScopes.Contains(s.Id)).ToList())
        {
            scope.Status = ScopeStatus.Cancelled;
        }

        await run.FlushAsync(cancellationToken);
    }

    private async Task OpenAgainAsync(ProcessRun run, MovedRows rows, CancellationToken cancellationToken)
    {
        var ids = rows.ClosedItems.Select(id => new WorkItemId(id)).ToList();
        var again = new Dictionary<WorkItemId, WorkItemId>();
        foreach (var closed in await db.WorkItems.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellationToken))
        {
            var item = new WorkItem(WorkItemId.New(clock), closed.CaseId, closed.ScopeId, closed.Path, closed.SubjectId, closed.OpenedAt)
            {
                DeskId = closed.DeskId,
                ParticipantId = closed.ParticipantId,
                WaitsFor = closed.WaitsFor,
                DueOn = closed.DueOn,
                InHandOf = closed.InHandOf,
                Reminders = closed.Reminders,
            };
            run.Add(item);
            again.Add(closed.Id, item.Id);
        }

        foreach (var dropped in await db.Timers.AsNoTracking().Where(t => rows.DroppedTimers.Contains(t.Id)).ToListAsync(cancellationToken))
        {
            var item = dropped.ItemId is { } old ? again.GetValueOrDefault(old, old) : (WorkItemId?)null;
            run.Add(new DueTimer(Ids.New(clock), dropped.CaseId, dropped.ScopeId, dropped.Path, dropped.Kind, dropped.DueAt) { ItemId = item });
        }
    }
}
