using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.FireTimers;

/// <summary>
/// Fires every timer that is due, in the order of their instants, each in a transaction of its own. Each is claimed by a
/// fenced update first, so that nodes share the work; the fence is looked at again in the transaction, so that a node that
/// stood still and wakes late changes nothing. One that fails is counted and holds up no other; after the fifth failure it
/// is parked with its reason until a person retries it.
/// </summary>
public sealed partial class TimerSweep(IServiceScopeFactory scopes, TimeProvider clock, NodeName node, ILogger<TimerSweep> log)
{
    /// <summary>So many failures park a timer.</summary>
    public const int Tries = 5;

    /// <summary>How long a claimed timer is nobody else's. A node that was killed delays its timers by no more than this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Claimed by one statement: few, so that they are done long before the lease is over.</summary>
    private const int AtOnce = 20;

    private const int ReasonLength = 500;

    private int _sweeps;

    /// <returns>How many took effect.</returns>
    public async Task<int> FireDueAsync(CancellationToken cancellationToken)
    {
        var owner = $"{node}_{Interlocked.Increment(ref _sweeps)}";
        var fired = 0;
        foreach (var some in (await DueAsync(cancellationToken)).Chunk(AtOnce))
        {
            foreach (var claimed in await ClaimAsync(owner, some, cancellationToken))
            {
                fired += await FireAsync(claimed, cancellationToken) ? 1 : 0;
            }
        }

        return fired;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Free(scope, clock.GetUtcNow()).AsNoTracking().OrderBy(t => t.DueAt).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
    }

    private async Task<List<Claimed>> ClaimAsync(string owner, Guid[] some, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        if (turn is null)
        {
            return [];
        }

        try
        {
            var now = clock.GetUtcNow();
            var until = now + Lease;
            await Free(scope, now).Where(t => some.Contains(t.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(t => t.Owner, owner).SetProperty(t => t.ClaimedUntil, until).SetProperty(t => t.Fence, t => t.Fence + 1), cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Of(e) == DatabaseFault.Contention)
        {
            // Another node claims the same ones at this moment: theirs.
            return [];
        }

        return await scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Timers.AsNoTracking()
            .Where(t => some.Contains(t.Id) && t.Owner == owner && t.Status == TimerStatus.Pending)
            .OrderBy(t => t.DueAt).ThenBy(t => t.Id).Select(t => new Claimed(t.CaseId, t.Id, t.Fence)).ToListAsync(cancellationToken);
    }

    private static IQueryable<DueTimer> Free(AsyncServiceScope scope, DateTimeOffset now)
    {
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        return db.Timers.Where(t => t.Status == TimerStatus.Pending && t.DueAt <= now && (t.ClaimedUntil == null || t.ClaimedUntil <= now)
            && !db.Cases.Any(c => c.Id == t.CaseId && c.SuspendedAt != null));
    }

    private async Task<bool> FireAsync(Claimed timer, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
            var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FireTimer(timer.CaseId, timer.Id, timer.Fence), cancellationToken);
            if (!answer.Ok)
            {
                // The database's refusal (busy, full, away): not the timer's fault, the next sweep tries again.
                await CountAsync(timer, null, cancellationToken);
            }

            return answer.Ok;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e, timer.Id);
            await CountAsync(timer, $"{e.GetType().Name}: {e.Message}", cancellationToken);
            return false;
        }
    }

    // Gives the claim back. Where even that does not go, the claim runs out by itself.
    private async Task CountAsync(Claimed claimed, string? failure, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
            if (turn is null)
            {
                return;
            }

            var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var mine = db.Timers
                .Where(t => t.Id == claimed.Id && t.Fence == claimed.Fence && t.Status == TimerStatus.Pending);
            await mine.ExecuteUpdateAsync(set => set.SetProperty(t => t.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
            if (failure is not null)
            {
                var reason = failure.Length > ReasonLength ? failure[..ReasonLength] : failure;
                await mine.ExecuteUpdateAsync(set => set.SetProperty(t => t.Failures, t => t.Failures + 1).SetProperty(t => t.Reason, reason), cancellationToken);
                if (await mine.AsNoTracking().FirstOrDefaultAsync(t => t.Failures >= Tries, cancellationToken) is { } parked)
                {
                    await mine.ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, TimerStatus.Parked).SetProperty(t => t.Fence, t => t.Fence + 1), cancellationToken);
                    db.Add(new Incident(Ids.New(clock), parked.CaseId, parked.ScopeId, parked.Path, IncidentKind.Timer, reason, clock.GetUtcNow()) { TimerId = parked.Id });
                    await db.SaveChangesAsync(cancellationToken);
                }
            }

            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Of(e) is not DatabaseFault.Unknown)
        {
            Failed(e, claimed.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Timer} failed")]
    private partial void Failed(Exception exception, Guid timer);

    private sealed record Claimed(CaseId CaseId, Guid Id, int Fence);
}
