using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
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
        var cases = Cases(scope, desk, readable);
        var facts = await CaseFacts.LoadAsync(db, cases, desk, cancellationToken);
        var steps = await (
            from s in db.NextSteps.AsNoTracking()
            join c in cases on s.CaseId equals c.Id
            where s.DeskId == desk && s.DoneAt == null
            select s).ToListAsync(cancellationToken);
        var start = await StartAsync(desk, cancellationToken);

        var rows = new TaskRows(facts, desk, calendar.Today());
        var requests = await RequestRows.LoadAsync(db, desk, calendar.Today(), clock.GetUtcNow(), cancellationToken);
        var all = TaskRows.InOrder([.. rows.Of(steps), .. requests]);
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

    private IQueryable<Case> Cases(TaskScope scope, AssociationId desk, IQueryable<CaseId> readable)
    {
        var open = db.Cases.AsNoTracking().Where(c => c.Status != CaseStatus.ClosedWithoutOutcome && c.Status != CaseStatus.Ended);
        var ofDesk = open.Where(c => c.OwnerId == desk || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == desk
            && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed)));
        var me = actor.Officer;
        return scope switch
        {
            TaskScope.All => open.Where(c => ofDesk.Any(d => d.Id == c.Id) || readable.Contains(c.Id)),
            TaskScope.Mine => ofDesk.Where(c => !db.CaseEvents.Any(e => e.CaseId == c.Id && e.AssociationId == desk && e.OfficerId != null && e.OfficerId != me
                && !db.CaseEvents.Any(later => later.CaseId == c.Id && later.OfficerId == me && later.Number > e.Number))),
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
