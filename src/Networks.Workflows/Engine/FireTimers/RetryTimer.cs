using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.FireTimers;

/// <summary>A parked timer is tried again at the next sweep. Retrying one that is not parked is refused.</summary>
[Access(Right.ServiceRun)]
public sealed record RetryTimer(Guid Timer) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class RetryTimerHandler(NetworksDbContext db) : IRequestHandler<RetryTimer, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryTimer request, CancellationToken cancellationToken)
    {
        var timer = await db.Timers.FirstOrDefaultAsync(t => t.Id == request.Timer, cancellationToken);
        if (timer is not { Status: TimerStatus.Parked })
        {
            return new Refusal(RefusalKind.Conflict, "engine.timer-not-parked");
        }

        timer.Status = TimerStatus.Pending;
        timer.Failures = 0;
        return Done.It;
    }
}
