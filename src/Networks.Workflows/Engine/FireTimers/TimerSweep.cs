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
/// Fires every timer that is due, in the order of their instants, each in a transaction of its own. One that fails is
/// counted and holds up no other; after the fifth failure it is parked with its reason until a person retries it.
/// </summary>
public sealed partial class TimerSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TimerSweep> log)
{
    /// <summary>So many failures park a timer.</summary>
    public const int Tries = 5;

    private const int ReasonLength = 500;

    /// <returns>How many took effect.</returns>
    public async Task<int> FireDueAsync(CancellationToken cancellationToken)
    {
        var fired = 0;
        foreach (var (caseId, timer) in await DueAsync(cancellationToken))
        {
            fired += await FireAsync(caseId, timer, cancellationToken) ? 1 : 0;
        }

        return fired;
    }

    private async Task<List<(CaseId, Guid)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var now = clock.GetUtcNow();
        var due = await db.Timers.AsNoTracking().Where(t => t.Status == TimerStatus.Pending && t.DueAt <= now)
            .OrderBy(t => t.DueAt).ThenBy(t => t.Id).Select(t => new { t.CaseId, t.Id }).ToListAsync(cancellationToken);
        return [.. due.Select(t => (t.CaseId, t.Id))];
    }

    private async Task<bool> FireAsync(CaseId caseId, Guid timer, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
            var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FireTimer(caseId, timer), cancellationToken);

            // A refusal is the database's (busy, full, away): not the timer's fault, the next sweep tries again.
            return answer.Ok;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e, timer);
            await CountAsync(timer, $"{e.GetType().Name}: {e.Message}", cancellationToken);
            return false;
        }
    }

    private async Task CountAsync(Guid timer, string reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        if (turn is null)
        {
            return;
        }

        var text = reason.Length > ReasonLength ? reason[..ReasonLength] : reason;
        var pending = scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Timers.Where(t => t.Id == timer && t.Status == TimerStatus.Pending);
        await pending.ExecuteUpdateAsync(set => set.SetProperty(t => t.Failures, t => t.Failures + 1).SetProperty(t => t.Reason, text), cancellationToken);
        await pending.Where(t => t.Failures >= Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, TimerStatus.Parked).SetProperty(t => t.Fence, t => t.Fence + 1), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Timer} failed")]
    private partial void Failed(Exception exception, Guid timer);
}
