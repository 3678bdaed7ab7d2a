using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

/// <summary>
/// Moves a running case to a newer version of its procedure, inside the act's transaction. Every place where the case
/// stands must exist there with the same kind; open tasks stay with whom they are, with their day. A trial of a move is
/// this same code in a transaction that is rolled back.
/// </summary>
internal sealed class ProcessMover(NetworksDbContext db, ProcessCatalog catalog, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Name of the history's row.</summary>
    public const string Moved = "engine.version-moved";

    /// <summary>Outcome of a task that comes again after what the new version asks before it.</summary>
    public const string LaterOutcome = "moved";

    public async Task<Result<MoveReport>> MoveAsync(Case @case, int to, CancellationToken cancellationToken)
    {
        if (await engine.OpenAsync(@case, cancellationToken) is not var (run, flow))
        {
            return MovingRefusals.NotRunning;
        }

        var (name, from) = (run.Process.Name, run.Process.Version);
        if (to <= from || !catalog.Has(name, to))
        {
            return MovingRefusals.NoSuchVersion(to, from);
        }

        var change = new StepChange(catalog.Get(name, from), catalog.Get(name, to));
        var before = OpenRows.Of(run);
        if (await RefuseAsync(@case, run, change, before, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        // The report names the mails that were queued on the way.
        db.IsWatched = true;
        var began = clock.GetUtcNow();
        run.Process.MoveTo(to);
        var rows = new MoveRows(run, before, change);
        await AskBeforeAsync(rows, run, flow, cancellationToken);
        await MakeUpAsync(rows, run, flow, cancellationToken);
        await rows.WakeAsync(flow, cancellationToken);
        await run.FlushAsync(cancellationToken);
        var mails = db.ChangeTracker.Entries<OutboxMessage>().Select(e => e.Entity).Where(m => m.CaseId == @case.Id && m.CreatedAt >= began).ToList();
        var report = new MoveReport(name, from, to, @case.Version, rows.Effects(mails, await SubjectNames.OfAsync(db, @case.Id, cancellationToken)));
        history.Record(@case, Moved, calendar.Today(), new Dictionary<string, string>
        {
            ["from"] = from.ToString(CultureInfo.InvariantCulture),
            ["rows"] = Json.Write(rows.Kept(mails)),
            ["to"] = to.ToString(CultureInfo.InvariantCulture),
        });
        return report;
    }

    private async Task<Refusal?> RefuseAsync(Case @case, ProcessRun run, StepChange change, OpenRows before, CancellationToken cancellationToken)
    {
        if (@case.SuspendedAt is not null)
        {
            return MovingRefusals.Suspended;
        }

        if (await db.Set<Incident>().AnyAsync(i => i.CaseId == @case.Id && i.Status == IncidentStatus.Open, cancellationToken)
            || await db.Timers.AnyAsync(t => t.CaseId == @case.Id && t.Status == TimerStatus.Parked, cancellationToken))
        {
            return MovingRefusals.Parked;
        }

        var own = before.Scopes.Where(s => s.ProcessId == run.Process.Id).ToList();
        var ids = own.ConvertAll(s => s.Id).ToHashSet();
        var missing = new OpenRows([.. before.Items.Where(i => ids.Contains(i.ScopeId))], own, [.. before.Timers.Where(t => ids.Contains(t.ScopeId))])
            .Places.Where(place => change.PlaceOf(place) is null).ToList();
        return missing.Count == 0 ? null : MovingRefusals.NoPlace(missing);
    }

    /// <summary>Who stands at a task before which the new version does something else first, does that first.</summary>
    private static async Task AskBeforeAsync(MoveRows rows, ProcessRun run, Flow flow, CancellationToken cancellationToken)
    {
        foreach (var item in rows.Before.Items.Where(i => i.IsOpen))
        {
            if (rows.Change.PlaceOf(item.Path) is TaskStep { IsAside: false } step && rows.Change.DirectlyBefore(step) is [var first, ..])
            {
                run.Close(item, WorkItemStatus.Superseded, LaterOutcome);
                await flow.EnterAsync(first, run.Scope(item.ScopeId), cancellationToken);
                rows.Reopened(item);
            }
        }
    }

    /// <summary>What the service does on the way and the case has passed, where the version says that it is made up for.</summary>
    private static async Task MakeUpAsync(MoveRows rows, ProcessRun run, Flow flow, CancellationToken cancellationToken)
    {
        var places = rows.Before.Places.ToList();
        var behind = rows.Change.Added.OfType<AutomaticStep>().Where(s => s.TakeBack is not null && StepChange.IsPast(s, places)).ToList();
        foreach (var step in behind)
        {
            await flow.DoAsync(step.Effect, Guid.Empty, cancellationToken);
            rows.MadeUp.Add(step);
        }

        // What was made up for may have added to a set that is being gone over.
        foreach (var scope in behind.Count == 0 ? [] : run.OpenScopes.Where(s => run.IsOfPath(s) && run.StepOf(s) is ForEachStep).ToList())
        {
            var forEach = (ForEachStep)run.StepOf(scope)!;
            var there = run.ChildrenOf(scope).Select(b => b.PartyId).ToHashSet();
            foreach (var party in (await forEach.Parties(await flow.ContextAsync(Guid.Empty, cancellationToken), cancellationToken)).Where(p => !there.Contains(p)))
            {
                await flow.EnterBranchAsync(forEach, scope, party, cancellationToken);
            }
        }
    }
}
