using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Faults;

namespace Networks.Workflows.Common;

/// <summary>
/// Lines of the journal about what changes nothing itself: a sign-in, a refused attempt, a file that left. They are noted
/// beside the request and written at once where somebody waits for it, else within seconds.
/// </summary>
public sealed class JournalNotes(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
{
    private readonly ConcurrentQueue<(Guid Chain, JournalLine Line)> _pending = new();

    public void Note(IActor actor, string kind, string subject, CaseId? caseId = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Note(actor.Association, kind, subject, actor.Officer, caseId);
    }

    /// <param name="association">Whose journal; null for what belongs to none.</param>
    public void Note(AssociationId? association, string kind, string subject, OfficerId? officer, CaseId? caseId = null) =>
        _pending.Enqueue((association?.Value ?? Guid.Empty, new JournalLine(kind, subject, clock.GetUtcNow()) { OfficerId = officer, CaseId = caseId }));

    /// <returns>Lines written; what could not be written stays for the next time.</returns>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        if (_pending.IsEmpty)
        {
            return 0;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var taken = new List<(Guid Chain, JournalLine Line)>();
        while (_pending.TryDequeue(out var next))
        {
            taken.Add(next);
        }

        try
        {
            foreach (var (chain, line) in taken)
            {
                db.Add(await JournalChain.NextAsync(db, chain, line, cancellationToken));
            }

            await db.SaveChangesAsync(cancellationToken);
            return taken.Count;
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseFaults.IsOfDatabase(e))
        {
            // Another node wrote into the chain meanwhile, or nobody could: the lines wait for the next time.
            taken.ForEach(_pending.Enqueue);
            return 0;
        }
    }
}
