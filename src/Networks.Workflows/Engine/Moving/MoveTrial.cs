using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Pipeline;

namespace Networks.Workflows.Engine.Moving;

/// <summary>Tries the move of a case, and its taking back, and tells both in words.</summary>
internal sealed class MoveTrial(NetworksDbContext db, ProcessCatalog catalog, ProcessMover mover, MoveTakenBack back, Rehearsal rehearsal)
{
    /// <summary>The procedure whose versions networks are moved between.</summary>
    public const string Procedure = "form-network";

    /// <param name="withNames">Firms by name; otherwise how many.</param>
    public async Task<Result<MovePreview>> OfAsync(CaseId id, bool withNames, CancellationToken cancellationToken)
    {
        var seen = await (
            from p in db.Processes.AsNoTracking()
            where p.CaseId == id && p.CallerId == null && !p.IsBeside && p.Status == ProcessStatus.Running
            join c in db.Cases on p.CaseId equals c.Id
            join n in db.EnterpriseNetworks on p.CaseId equals n.CaseId into named
            from n in named.DefaultIfEmpty()
            select new { p.Name, p.Version, c.Reference, Network = n == null ? c.Reference : n.Name }).FirstOrDefaultAsync(cancellationToken);
        if (seen is null)
        {
            return MovingRefusals.NotRunning;
        }

        var title = withNames ? seen.Network : seen.Reference;
        var latest = catalog.Latest(seen.Name).Version;
        if (latest <= seen.Version)
        {
            var taken = await back.LastMoveAsync(id, cancellationToken) is null
                ? MovingRefusals.NotMoved
                : (await rehearsal.TryAsync(id, async token => await back.TakeBackAsync(await db.Cases.SingleAsync(c => c.Id == id, token), token), cancellationToken)).Refusal;
            return new MovePreview(seen.Version, seen.Version, title, [], taken, null, taken is null);
        }

        var tried = await rehearsal.TryAsync(id, async token => await mover.MoveAsync(await db.Cases.SingleAsync(c => c.Id == id, token), latest, token), cancellationToken);
        return tried.Refusal is { } refusal
            ? new MovePreview(seen.Version, latest, title, [], refusal, null, CanTakeBack: false)
            : new MovePreview(seen.Version, latest, title, MoveSentences.Of(tried.Value, withNames), null, tried.Value.Fingerprint, CanTakeBack: false);
    }
}
