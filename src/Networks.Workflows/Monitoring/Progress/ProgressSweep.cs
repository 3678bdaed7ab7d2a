using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Monitoring;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>Brings the shortcut of each case up to its history, after the act and outside of its transaction.</summary>
public sealed class ProgressSweep(IServiceScopeFactory scopes, WriteGate gate)
{
    /// <returns>Cases that were brought up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
            var behind = await db.Cases.AsNoTracking()
                .Where(c => !db.CaseProgress.Any(p => p.CaseId == c.Id && p.Seen == c.HistoryLength))
                .OrderBy(c => c.Id).Select(c => c.Id).Take(ProgressReading.Portion).ToListAsync(cancellationToken);
            if (behind.Count == 0 || !await BringUpAsync(db, behind, cancellationToken))
            {
                return done;
            }

            done += behind.Count;
            if (behind.Count < ProgressReading.Portion)
            {
                return done;
            }
        }
    }

    private async Task<bool> BringUpAsync(NetworksDbContext db, List<CaseId> behind, CancellationToken cancellationToken)
    {
        var read = await ProgressReading.ReadAsync(db, behind, cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return false;
        }

        var rows = await db.CaseProgress.AsTracking().Where(p => behind.Contains(p.CaseId)).ToDictionaryAsync(p => p.CaseId, cancellationToken);
        foreach (var (id, (length, moments, firms)) in read)
        {
            if (rows.TryGetValue(id, out var row))
            {
                row.Tell(length, Moment.Write(moments), RegionFirm.Write(firms));
            }
            else
            {
                db.Add(new CaseProgress(id, length, Moment.Write(moments), RegionFirm.Write(firms)));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
