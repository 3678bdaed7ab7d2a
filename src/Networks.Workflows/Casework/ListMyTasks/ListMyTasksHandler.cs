using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListMyTasks;

internal sealed class ListMyTasksHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar)
    : IRequestHandler<ListMyTasks, Result<MyTasks>>
{
    public async Task<Result<MyTasks>> Handle(ListMyTasks request, CancellationToken cancellationToken)
    {
        // Who works at no desk has an empty list: no association has this id.
        var desk = actor.Roles.HasFlag(OfficerRoles.Desk) && actor.Association is { } association ? association : default;
        var cases = db.Cases.AsNoTracking().Where(c => c.Status != CaseStatus.ClosedWithoutOutcome
            && (c.OwnerId == desk || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == desk
                && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed))));
        var facts = await CaseFacts.LoadAsync(db, cases, desk, cancellationToken);
        var steps = await (
            from s in db.NextSteps.AsNoTracking()
            join c in cases on s.CaseId equals c.Id
            where s.DeskId == desk && s.DoneAt == null
            select s).ToListAsync(cancellationToken);
        var start = await StartAsync(desk, cancellationToken);

        var rows = new TaskRows(facts, desk, calendar.Today());
        var all = rows.Of(steps);
        return new MyTasks(
            calendar.Today(),
            [.. all.Where(r => r.Group != TaskGroup.Waiting)],
            [.. all.Where(r => r.Group == TaskGroup.Waiting)],
            rows.Coming(all, steps),
            start with { HasDesk = desk != default, HasCases = facts.Cases.Count > 0 });
    }

    private Task<DeskStart> StartAsync(AssociationId desk, CancellationToken cancellationToken) => db.Programmes
        .Select(_ => new DeskStart(
            true,
            db.Officers.Count(o => o.AssociationId == desk && !o.IsDisabled) > 1,
            db.Firms.Any(f => f.HeldBy == desk),
            true))
        .FirstAsync(cancellationToken);
}
