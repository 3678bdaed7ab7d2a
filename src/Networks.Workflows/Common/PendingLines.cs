using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;

namespace Networks.Workflows.Common;

/// <summary>
/// Lines that are noted beside a request that changes nothing, and written together soon afterwards. What could not be
/// written stays, in its order, for the next time; what a killed node had not written yet is lost.
/// </summary>
internal sealed class PendingLines<T>(IServiceScopeFactory scopes, WriteGate gate)
{
    private readonly ConcurrentQueue<T> _pending = new();

    public IReadOnlyList<T> Waiting => [.. _pending];

    public void Add(T line) => _pending.Enqueue(line);

    /// <param name="add">Adds the rows of a line to the context.</param>
    /// <returns>Lines written.</returns>
    public async Task<int> WriteAsync(Func<NetworksDbContext, T, Task> add, CancellationToken cancellationToken)
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
        var taken = new List<T>();
        while (_pending.TryDequeue(out var next))
        {
            taken.Add(next);
        }

        try
        {
            foreach (var line in taken)
            {
                await add(db, line);
            }

            await db.SaveChangesAsync(cancellationToken);
            return taken.Count;
        }
        catch (Exception e)
        {
            taken.ForEach(_pending.Enqueue);

            // Another node wrote meanwhile, or nobody could: the next time may be better. Anything else is told.
            if (e is OperationCanceledException || DatabaseFaults.IsOfDatabase(e))
            {
                return 0;
            }

            throw;
        }
    }
}
