using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Mail.ResendMail;

/// <summary>A mail that failed is queued again, to the mailbox that the firm has now. Ends the desk's task.</summary>
[Access(Right.CaseActForFirm)]
public sealed record ResendMailOfCase(CaseId CaseId, Guid Message) : ICommand<Done>, ICaseRequest
{
    /// <summary>How long it can be kept back again.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    public Guid OperationId { get; init; }
}

internal sealed class ResendMailOfCaseHandler(NetworksDbContext db, IActor actor, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ResendMailOfCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResendMailOfCase request, CancellationToken cancellationToken)
    {
        var found = await CaseMail.FindAsync(db, request.CaseId, request.Message, cancellationToken);
        if (found is null)
        {
            return MailRefusals.NotFound;
        }

        if (!found.IsFor(actor))
        {
            return MailRefusals.OtherDesk;
        }

        if (found.Mail.Status != OutboxStatus.Failed)
        {
            return MailRefusals.NotFailed;
        }

        var mailbox = found.Participant is { } participant
            ? await db.Firms.Where(f => f.Id == participant.FirmId).Select(f => f.Email).FirstOrDefaultAsync(cancellationToken)
            : found.Mail.To;
        if (mailbox is null)
        {
            return MailRefusals.NoMailbox;
        }

        found.Mail.SendAgain(mailbox, clock.GetUtcNow() + ResendMailOfCase.Undo);
        history.Record(found.Case, "mail.sent-again", calendar.Today(), MailFacts.Of(found.Mail));
        if (await found.IsLastFailedAsync(db, cancellationToken))
        {
            await engine.CompleteAsync(found.Case, MailSteps.MendMail, found.Subject, "sent-again", cancellationToken);
        }

        return Done.It;
    }
}
