using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>
/// Does an act on a case with the guard first, as the pipeline would, and takes everything back: what it answers is what
/// the act would answer. Nobody else sees anything of it.
/// </summary>
public sealed class Rehearsal(NetworksDbContext db, WriteGate gate)
{
    /// <returns>The act's answer, or that the database is busy.</returns>
    public async Task<Result<T>> TryAsync<T>(CaseId caseId, Func<CancellationToken, Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return new Refusal(RefusalKind.Unavailable, "common.busy");
        }

        await db.EndMomentAsync();
        db.Forget();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        try
        {
            // Never committed: leaving the block rolls it back.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
            return await act(cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Of(e) == DatabaseFault.Contention)
        {
            return new Refusal(RefusalKind.Unavailable, "common.contention");
        }
        finally
        {
            db.Forget();
        }
    }
}
