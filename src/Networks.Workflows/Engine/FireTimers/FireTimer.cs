using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.FireTimers;

/// <summary>One due timer takes effect in its case. One that is not pending, not due, or no longer the sweep's is left alone.</summary>
/// <param name="Fence">The sweep's claim: a node that wakes after its claim ran out finds another number.</param>
[Access(Right.ServiceRun)]
internal sealed record FireTimer(CaseId CaseId, Guid Timer, int Fence) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId => Guid.Empty;
}

internal sealed class FireTimerHandler(NetworksDbContext db, WorkflowEngine engine, TimeProvider clock) : IRequestHandler<FireTimer, Result<Done>>
{
    public async Task<Result<Done>> Handle(FireTimer request, CancellationToken cancellationToken)
    {
        var timer = await db.Timers.FirstOrDefaultAsync(t => t.Id == request.Timer && t.CaseId == request.CaseId, cancellationToken);
        if (timer is { Status: TimerStatus.Pending } && timer.Fence == request.Fence && timer.DueAt <= clock.GetUtcNow())
        {
            var @case = await db.Cases.FirstAsync(c => c.Id == request.CaseId, cancellationToken);
            await engine.FireAsync(@case, timer.Id, cancellationToken);
        }

        return Done.It;
    }
}
