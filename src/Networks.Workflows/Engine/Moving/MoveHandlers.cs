using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.History;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

internal sealed class PreviewMoveHandler(MoveTrial trial) : IRequestHandler<PreviewMove, Result<MovePreview>>
{
    public Task<Result<MovePreview>> Handle(PreviewMove request, CancellationToken cancellationToken) =>
        trial.OfAsync(request.CaseId, withNames: true, cancellationToken);
}

internal sealed class MoveCaseHandler(MoveAsSeen move) : IRequestHandler<MoveCase, Result<MovedCase>>
{
    public Task<Result<MovedCase>> Handle(MoveCase request, CancellationToken cancellationToken) =>
        move.DoAsync(request.CaseId, request.To, request.Seen, cancellationToken);
}

internal sealed class MoveListedHandler(MoveAsSeen move) : IRequestHandler<MoveListed, Result<MovedCase>>
{
    public Task<Result<MovedCase>> Handle(MoveListed request, CancellationToken cancellationToken) =>
        move.DoAsync(request.CaseId, request.To, request.Seen, cancellationToken);
}

internal sealed class TakeMoveBackHandler(NetworksDbContext db, MoveTakenBack back) : IRequestHandler<TakeMoveBack, Result<MovedCase>>
{
    public async Task<Result<MovedCase>> Handle(TakeMoveBack request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var running = await db.Processes.Where(p => p.CaseId == request.CaseId && p.CallerId == null && !p.IsBeside).OrderByDescending(p => p.Id).Select(p => p.Version).FirstOrDefaultAsync(cancellationToken);
        var done = await back.TakeBackAsync(@case, cancellationToken);
        return done.Refusal is { } refusal ? refusal : new MovedCase(running, done.Value, 0);
    }
}

internal sealed class ListMovableHandler(NetworksDbContext db, ProcessCatalog catalog, MoveTrial trial, IActor actor) : IRequestHandler<ListMovable, Result<MovableCases>>
{
    public async Task<Result<MovableCases>> Handle(ListMovable request, CancellationToken cancellationToken)
    {
        // A watcher's right ends at its programme, here as for a single case.
        var all = actor.Kind == ActorKind.Service || actor.Roles.HasFlag(OfficerRoles.Administrator);
        var programme = await db.Associations.Where(a => a.Id == actor.Association).Select(a => a.ProgrammeId).FirstOrDefaultAsync(cancellationToken);
        var latest = catalog.Latest(MoveTrial.Procedure).Version;
        var running =
            from p in db.Processes.AsNoTracking()
            where p.Name == MoveTrial.Procedure && p.CallerId == null && !p.IsBeside && p.Status == ProcessStatus.Running
            join c in db.Cases on p.CaseId equals c.Id
            where c.Status != CaseStatus.ClosedWithoutOutcome && c.Status != CaseStatus.Ended && (all || c.ProgrammeId == programme)
            select new { p.CaseId, p.Version, c.Reference, c.Phase, c.OpenedOn, Desk = db.Associations.Where(a => a.Id == c.OwnerId).Select(a => a.DeskName).First() };
        var older = running.Where(r => r.Version < latest);
        var first = await older.OrderBy(r => r.OpenedOn).ThenBy(r => r.Reference).Take(MovableCases.AtMost).ToListAsync(cancellationToken);
        var rows = new List<MovableCase>();
        foreach (var row in first)
        {
            var preview = await trial.OfAsync(row.CaseId, withNames: false, cancellationToken);
            if (preview.Refusal is { } refusal)
            {
                return refusal;
            }

            rows.Add(new MovableCase(row.CaseId, row.Reference, row.Desk, row.Phase, preview.Value));
        }

        return new MovableCases(latest, await running.CountAsync(cancellationToken), await older.CountAsync(cancellationToken), rows);
    }
}
