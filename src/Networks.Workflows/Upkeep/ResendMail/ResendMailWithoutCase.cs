using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Upkeep.ResendMail;

/// <summary>A failed mail that belongs to no case (an invitation) is queued again, to the same address.</summary>
[Access(Right.ServiceRun)]
public sealed record ResendMailWithoutCase(Guid Message) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class ResendMailWithoutCaseHandler(NetworksDbContext db, TimeProvider clock) : IRequestHandler<ResendMailWithoutCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResendMailWithoutCase request, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.FirstOrDefaultAsync(m => m.Id == request.Message && m.CaseId == null, cancellationToken);
        if (mail is not { Status: OutboxStatus.Failed })
        {
            return new Refusal(RefusalKind.Conflict, "mail.not-failed");
        }

        mail.SendAgain(mail.To, clock.GetUtcNow());
        return Done.It;
    }
}
