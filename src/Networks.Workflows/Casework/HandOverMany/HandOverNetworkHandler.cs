using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.HandOverMany;

internal sealed class HandOverNetworkHandler(NetworksDbContext db, IActor actor, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<HandOverNetwork, Result<TasksHandedOver>>
{
    public async Task<Result<TasksHandedOver>> Handle(HandOverNetwork request, CancellationToken cancellationToken)
    {
        var colleague = request.To is null ? null : (await Items.ColleaguesAsync(db, actor, cancellationToken)).Find(o => o.Id == request.To);
        if (request.To is not null && colleague is null)
        {
            return CaseworkRefusals.NoColleague;
        }

        var open = await db.WorkItems.Where(i => i.CaseId == request.CaseId && i.Status == WorkItemStatus.Open && i.DeskId == actor.Association).OrderBy(i => i.OpenedAt).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return CaseworkRefusals.NothingOpen;
        }

        var moved = open.FindAll(i => i.InHandOf != request.To);
        if (moved.Count == 0)
        {
            return CaseworkRefusals.InHandAlready;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        foreach (var item in moved)
        {
            item.InHandOf = request.To;
            history.Record(@case, colleague is null ? CaseworkEvents.TaskGivenBack : CaseworkEvents.TaskHandedOver, calendar.Today(),
                new Dictionary<string, string> { ["task"] = item.Name }, colleague?.FullName);
        }

        return new TasksHandedOver(moved.Count);
    }
}

internal sealed class ListColleaguesHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListColleagues, Result<IReadOnlyList<Colleague>>>
{
    public async Task<Result<IReadOnlyList<Colleague>>> Handle(ListColleagues request, CancellationToken cancellationToken) =>
        (await Items.ColleaguesAsync(db, actor, cancellationToken)).ConvertAll(o => new Colleague(o.Id, o.FullName));
}
