using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Upkeep.PauseMail;

/// <summary>From now on no mail leaves until it is resumed; what acts queue waits.</summary>
[Access(Right.ServiceRun)]
public sealed record PauseMail : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class PauseMailHandler(NetworksDbContext db, TimeProvider clock) : IRequestHandler<PauseMail, Result<Done>>
{
    public async Task<Result<Done>> Handle(PauseMail request, CancellationToken cancellationToken)
    {
        if (await db.MailPauses.AnyAsync(cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "mail.paused-already");
        }

        db.Add(new MailPause(MailPauseReasons.ByHand, clock.GetUtcNow()));
        return Done.It;
    }
}
