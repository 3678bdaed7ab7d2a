using MediatR;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Mail.SettleMail;

/// <summary>The firm was told by phone what a mail said that failed or is held. Ends the desk's task; the mail is not sent again.</summary>
[Access(Right.CaseActForFirm)]
public sealed record SettleMailByPhone(CaseId CaseId, Guid Message) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class SettleMailByPhoneHandler(NetworksDbContext db, IActor actor, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<SettleMailByPhone, Result<Done>>
{
    public async Task<Result<Done>> Handle(SettleMailByPhone request, CancellationToken cancellationToken)
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

        var failed = found.Mail.Status == OutboxStatus.Failed;
        if (!failed && !found.IsHeld)
        {
            return MailRefusals.NotFailed;
        }

        found.Mail.Status = OutboxStatus.Dropped;
        history.Record(found.Case, "mail.settled-by-phone", calendar.Today(), MailFacts.Of(found.Mail));
        if (failed && await found.IsLastFailedAsync(db, cancellationToken))
        {
            await engine.CompleteAsync(found.Case, MailSteps.MendMail, found.Subject, "called", cancellationToken);
        }

        return Done.It;
    }
}
