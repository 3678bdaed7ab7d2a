using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Casework.HandOverMany;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.Pipeline;

namespace Networks.Workflows.Casework.UndoHandOver;

internal sealed class UndoHandOverHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, RowByRow rows) : IRequestHandler<UndoHandOver, Result<BulkReport>>
{
    public async Task<Result<BulkReport>> Handle(UndoHandOver request, CancellationToken cancellationToken)
    {
        var wanted = request.Items.Distinct().Select(i => new WorkItemId(i)).ToList();
        var caseOf = await db.WorkItems.AsNoTracking().Where(i => wanted.Contains(i.Id)).Select(i => new { i.Id, i.CaseId }).ToDictionaryAsync(i => i.Id.Value, i => i.CaseId, cancellationToken);
        var named = caseOf.Values.Concat(request.Networks).ToHashSet();
        var desk = actor.Association ?? default;
        var facts = await CaseFacts.LoadAsync(db, FollowedCases.OfDesk(db, desk).Where(c => named.Contains(c.Id)), desk, cancellationToken);

        var tasks = wanted.Select(item => Row(item.Value, caseOf.TryGetValue(item.Value, out var of) ? of : null, request,
            caseOf.TryGetValue(item.Value, out var id) && facts.Items[id].FirstOrDefault(i => i.Id == item) is { } open ? $"{facts.Cases[id].Network}: {TaskSentences.Of(facts, open, calendar.Today()).What}" : null));
        var networks = request.Networks.Distinct().Select(id => Row(id.Value, id, request, facts.Cases.TryGetValue(id, out var known) ? known.Network : null));
        return await rows.RunAsync(request, [.. tasks, .. networks], cancellationToken);
    }

    private static BulkAct Row(Guid row, CaseId? of, UndoHandOver request, string? name) => BulkAct.Of<TasksTakenBack>(
        row,
        name ?? Words.Say("common.row-not-found"),
        operation => new UndoHandOverOf(operation, of!.Value, BulkTurn.OperationOf(request.HandOver, row)),
        (done, _) => done.Count == 1 ? Words.Say("casework.taken-back-one") : Words.Say("casework.taken-back-many", done.Count),
        of is null ? CaseworkRefusals.TaskGone : null);
}

internal sealed class UndoHandOverOfHandler(NetworksDbContext db, IActor actor, UndoGrace grace, CaseHistory history, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<UndoHandOverOf, Result<TasksTakenBack>>
{
    private static readonly string[] _acts = [nameof(HandOverTask), nameof(HandOverNetwork)];

    public async Task<Result<TasksTakenBack>> Handle(UndoHandOverOf request, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - grace.Time;
        var (act, mine) = (request.Act, actor.Officer);
        var stored = await (
            from o in db.Operations.AsNoTracking()
            where o.Id == act && _acts.Contains(o.Request) && o.CompletedAt >= since && db.CaseEvents.Any(e => e.CaseId == request.CaseId && e.OperationId == act && e.OfficerId == mine)
            select o.Reversal).FirstOrDefaultAsync(cancellationToken);
        if (stored is null || mine is null || JsonSerializer.Deserialize<Reversal>(stored) is not { } reversal)
        {
            return CaseworkRefusals.NothingToUndo;
        }

        var type = db.Model.FindEntityType(typeof(WorkItem))!;
        var moved = await MovedOnAsync(type.Name, request, cancellationToken);
        var back = new List<WorkItem>();
        foreach (var row in reversal.Rows.Where(r => r.Type == type.Name && r.Old is not null && !moved.Contains($"{r.Key[0]}")))
        {
            var key = (WorkItemId)ReversalWatch.Read(type.FindPrimaryKey()!.Properties[0], row.Key[0])!;
            if (await db.WorkItems.FirstOrDefaultAsync(i => i.Id == key && i.Status == WorkItemStatus.Open, cancellationToken) is { } item && IsPutBack(db.Entry(item), row.Old!))
            {
                back.Add(item);
            }
        }

        if (back.Count == 0)
        {
            return CaseworkRefusals.NothingToUndo;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        foreach (var name in back.Select(i => i.Name).Distinct())
        {
            history.Record(@case, CaseworkEvents.HandOverTakenBack, calendar.Today(), new Dictionary<string, string> { ["task"] = name });
        }

        return new TasksTakenBack(back.Count);
    }

    /// <summary>Keys of tasks that were handed on after the act.</summary>
    private async Task<HashSet<string>> MovedOnAsync(string type, UndoHandOverOf request, CancellationToken cancellationToken)
    {
        var (id, act) = (request.CaseId, request.Act);
        var number = await db.CaseEvents.Where(e => e.CaseId == id && e.OperationId == act).MaxAsync(e => e.Number, cancellationToken);
        var later = await (
            from e in db.CaseEvents.AsNoTracking()
            where e.CaseId == id && e.Number > number
            join o in db.Operations on e.OperationId equals o.Id
            where o.Reversal != null
            select o.Reversal).Distinct().ToListAsync(cancellationToken);
        return [.. later.SelectMany(r => JsonSerializer.Deserialize<Reversal>(r)!.Rows).Where(r => r.Type == type).Select(r => $"{r.Key[0]}")];
    }

    private static bool IsPutBack(EntityEntry entry, Dictionary<string, JsonNode?> old)
    {
        var changed = false;
        foreach (var (name, stored) in old)
        {
            var value = ReversalWatch.Read(entry.Property(name).Metadata, stored);
            changed |= !Equals(entry.Property(name).CurrentValue, value);
            entry.Property(name).CurrentValue = value;
        }

        return changed;
    }
}
