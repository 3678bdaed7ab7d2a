using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Officers;
using Networks.Workflows.Casework.Absences;
using Networks.Workflows.Casework.ListNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListMyTasks;

internal sealed class ListMyTasksHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ListMyTasks, Result<MyTasks>>
{
    public async Task<Result<MyTasks>> Handle(ListMyTasks request, CancellationToken cancellationToken)
    {
        // Who works at no desk has an empty list: no association has this id.
        var desk = actor.Roles.HasFlag(OfficerRoles.Desk) && actor.Association is { } association ? association : default;
        var scope = desk == default ? TaskScope.All : request.Scope;
        var readable = NetworkSource.Of(db, actor).Where(s => s.IsOpen).Select(s => s.Case.Id);
        var today = calendar.Today();
        var covers = await Cover.OfDeskAsync(db, desk, today, cancellationToken);
        var cases = Cases(scope, desk, readable, [actor.Officer, .. covers.Where(c => c.StandIn == actor.Officer).Select(c => (OfficerId?)c.Officer)]);
        var facts = await CaseFacts.LoadAsync(db, cases, desk, cancellationToken);
        var steps = await (
            from s in db.NextSteps.AsNoTracking()
            join c in cases on s.CaseId equals c.Id
            where s.DeskId == desk && s.DoneAt == null
            select s).ToListAsync(cancellationToken);
        var start = await StartAsync(desk, cancellationToken);

        var rows = new TaskRows(facts, desk, calendar.Today());
        var requests = await RequestRows.LoadAsync(db, desk, calendar.Today(), clock.GetUtcNow(), cancellationToken);
        var all = TaskRows.InOrder([.. rows.Of(steps).Select(r => InHandToday(r, covers)), .. requests]);
        return new MyTasks(
            scope,
            calendar.Today(),
            [.. all.Where(r => r.Group != TaskGroup.Waiting)],
            scope == TaskScope.All ? await OthersAsync(rows, readable, cancellationToken) : [],
            [.. all.Where(r => r.Group == TaskGroup.Waiting)],
            rows.Coming(all, steps),
            start with { HasDesk = desk != default, HasCases = facts.Cases.Count > 0 });
    }

    private async Task<IReadOnlyList<TaskRow>> OthersAsync(TaskRows rows, IQueryable<CaseId> readable, CancellationToken cancellationToken) =>
        rows.OfOthers(await readable.ToListAsync(cancellationToken), await db.Associations.ToDictionaryAsync(a => a.Id, a => a.DeskName, cancellationToken));

    // Nothing is moved for an absence: while it runs, who stands in has it in hand.
    private static TaskRow InHandToday(TaskRow row, List<Cover> covers) =>
        covers.Find(c => c.Officer == row.InHandOf) is { } cover ? row with { InHand = Words.Say("casework.in-hand-for", cover.StandInName, cover.Name) } : row;

    private IQueryable<Case> Cases(TaskScope scope, AssociationId desk, IQueryable<CaseId> readable, IReadOnlyList<OfficerId?> people)
    {
        var ofDesk = FollowedCases.OfDesk(db, desk);
        return scope switch
        {
            TaskScope.All => FollowedCases.Running(db).Where(c => ofDesk.Any(d => d.Id == c.Id) || readable.Contains(c.Id)),
            TaskScope.Mine => FollowedCases.Of(db, ofDesk, desk, people),
            TaskScope.Desk => ofDesk,
        };
    }

    private Task<DeskStart> StartAsync(AssociationId desk, CancellationToken cancellationToken) => db.Programmes
        .Select(_ => new DeskStart(
            true,
            db.Officers.Count(o => o.AssociationId == desk && !o.IsDisabled) > 1,
            db.Firms.Any(f => f.HeldBy == desk),
            true))
        .FirstAsync(cancellationToken);
}
