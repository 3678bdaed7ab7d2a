using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;
using Networks.Workflows.Pipeline;

namespace Networks.Workflows.Casework.HandOverMany;

internal sealed class HandOverManyHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, RowByRow rows) : IRequestHandler<HandOverMany, Result<BulkReport>>
{
    public async Task<Result<BulkReport>> Handle(HandOverMany request, CancellationToken cancellationToken)
    {
        var colleague = (await Items.ColleaguesAsync(db, actor, cancellationToken)).Find(o => o.Id == request.To);
        if (request.To is not null && colleague is null)
        {
            return CaseworkRefusals.NoColleague;
        }

        var wanted = request.Items.Distinct().Select(i => new WorkItemId(i)).ToList();
        var caseOf = await db.WorkItems.AsNoTracking().Where(i => wanted.Contains(i.Id)).Select(i => new { i.Id, i.CaseId }).ToDictionaryAsync(i => i.Id.Value, i => i.CaseId, cancellationToken);
        var named = caseOf.Values.Concat(request.Networks).ToHashSet();
        var desk = actor.Association ?? default;
        var facts = await CaseFacts.LoadAsync(db, FollowedCases.OfDesk(db, desk).Where(c => named.Contains(c.Id)), desk, cancellationToken);
        var to = colleague?.FullName;

        var tasks = wanted.Select(item => BulkAct.Of<Done>(
            item.Value,
            TaskName(facts, caseOf, item),
            id => new HandOverTask.HandOverTask(id, caseOf[item.Value], item.Value, request.To, Leading: false),
            (_, _) => Told(1, to),
            caseOf.ContainsKey(item.Value) ? null : CaseworkRefusals.TaskGone));
        var networks = request.Networks.Distinct().Select(id => BulkAct.Of<TasksHandedOver>(
            id.Value,
            facts.Cases.TryGetValue(id, out var known) ? known.Network : Words.Say("common.row-not-found"),
            operation => new HandOverNetwork(operation, id, request.To),
            (done, _) => Told(done.Count, to)));
        return await rows.RunAsync(request, [.. tasks, .. networks], cancellationToken);
    }

    private string TaskName(CaseFacts facts, Dictionary<Guid, CaseId> caseOf, WorkItemId id) =>
        caseOf.TryGetValue(id.Value, out var caseId) && facts.Items[caseId].FirstOrDefault(i => i.Id == id) is { } item
            ? $"{facts.Cases[caseId].Network}: {TaskSentences.Of(facts, item, calendar.Today()).What}"
            : Words.Say("common.row-not-found");

    private static string Told(int count, string? to) => (count, to) switch
    {
        (1, { } name) => Words.Say("casework.hand-over-one", name),
        (_, { } name) => Words.Say("casework.hand-over-many", count, name),
        (1, null) => Words.Say("casework.give-back-one"),
        (_, null) => Words.Say("casework.give-back-many", count),
    };
}
