using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.HandOverTask;

internal sealed class HandOverTaskHandler(NetworksDbContext db, IActor actor, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<HandOverTask, Result<Done>>
{
    public async Task<Result<Done>> Handle(HandOverTask request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var item = await Items.OpenAsync(db, request.CaseId, request.Item, cancellationToken);
        if (item is null)
        {
            return CaseworkRefusals.TaskGone;
        }

        if (!actor.ActsFor(@case, item.DeskId))
        {
            return CaseworkRefusals.NotAllowed;
        }

        var colleague = request.To is null ? null : (await Items.ColleaguesAsync(db, actor, cancellationToken)).Find(o => o.Id == request.To);
        if (request.To is not null && colleague is null)
        {
            return CaseworkRefusals.NoColleague;
        }

        if (request.Leading)
        {
            item.DeskId = @case.OwnerId;
            item.WaitsFor = item.WaitsFor == WaitsFor.OtherDesk ? WaitsFor.OwnDesk : item.WaitsFor;
        }

        item.InHandOf = colleague?.Id;
        var name = request.Leading ? await db.Associations.Where(a => a.Id == @case.OwnerId).Select(a => a.DeskName).SingleAsync(cancellationToken) : colleague?.FullName;
        history.Record(@case, name is null ? CaseworkEvents.TaskGivenBack : CaseworkEvents.TaskHandedOver, calendar.Today(),
            new Dictionary<string, string> { ["task"] = item.Name }, name);
        return Done.It;
    }
}

internal sealed class PreviewHandOverHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<PreviewHandOver, Result<HandOverPreview>>
{
    public async Task<Result<HandOverPreview>> Handle(PreviewHandOver request, CancellationToken cancellationToken)
    {
        var facts = await CaseFacts.LoadAsync(db, db.Cases.AsNoTracking().Where(c => c.Id == request.CaseId), actor.Association, cancellationToken);
        var @case = facts.Cases[request.CaseId];
        var item = facts.Items[request.CaseId].FirstOrDefault(i => i.Id.Value == request.Item);
        if (item is null || (item.DeskId != actor.Association && @case.OwnerId != actor.Association))
        {
            return CaseworkRefusals.NotFound;
        }

        var colleagues = await Items.ColleaguesAsync(db, actor, cancellationToken);
        var leading = item.DeskId == @case.OwnerId ? null
            : await db.Associations.Where(a => a.Id == @case.OwnerId).Select(a => a.DeskName).SingleAsync(cancellationToken);
        return new HandOverPreview(@case.Network, TaskSentences.Of(facts, item, calendar.Today()).What,
            item.InHandOf is { } officer ? facts.InHand[officer] : null,
            colleagues.ConvertAll(o => new Colleague(o.Id, o.FullName)), leading);
    }
}

internal static class Items
{
    public static Task<WorkItem?> OpenAsync(NetworksDbContext db, CaseId caseId, Guid id, CancellationToken cancellationToken)
    {
        var item = new WorkItemId(id);
        return db.WorkItems.FirstOrDefaultAsync(i => i.Id == item && i.CaseId == caseId && i.Status == WorkItemStatus.Open, cancellationToken);
    }

    /// <summary>Who works at the actor's desk, by name.</summary>
    public static Task<List<Officer>> ColleaguesAsync(NetworksDbContext db, IActor actor, CancellationToken cancellationToken) =>
        DeskPeople.OfAsync(db, actor.Association is { } desk ? [desk] : [], cancellationToken);
}
