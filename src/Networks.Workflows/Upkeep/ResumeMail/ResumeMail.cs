using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Upkeep.ResumeMail;

/// <summary>Mails leave again, those that waited first.</summary>
[Access(Right.ServiceRun)]
public sealed record ResumeMail : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class ResumeMailHandler(NetworksDbContext db) : IRequestHandler<ResumeMail, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResumeMail request, CancellationToken cancellationToken)
    {
        if (await db.MailPauses.FirstOrDefaultAsync(cancellationToken) is not { } pause)
        {
            return new Refusal(RefusalKind.Conflict, "mail.not-paused");
        }

        db.Remove(pause);
        return Done.It;
    }
}
