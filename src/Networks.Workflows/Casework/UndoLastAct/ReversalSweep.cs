using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;

namespace Networks.Workflows.Casework.UndoLastAct;

/// <summary>Forgets how rows stood before an act that can no longer be taken back: old values are kept no longer than they serve.</summary>
public sealed class ReversalSweep(IServiceScopeFactory scopes, UndoGrace grace, TimeProvider clock)
{
    // Everything before it is forgotten; from the start of the service, everything is looked at once.
    private DateTimeOffset _forgotten = DateTimeOffset.UnixEpoch;

    /// <returns>How many acts it forgot the way back of.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        // An act is dated before it is stored: the next sweep looks once more at what came late.
        var (from, until) = (_forgotten - grace.Time, clock.GetUtcNow() - grace.Time);
        var over = db.Operations.Where(o => o.CompletedAt >= from && o.CompletedAt < until && o.Reversal != null);
        if (await over.AnyAsync(cancellationToken))
        {
            using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
            return turn is null ? 0 : await over.ExecuteUpdateAsync(set => set.SetProperty(o => o.Reversal, (string?)null), cancellationToken);
        }

        _forgotten = until;
        return 0;
    }
}
