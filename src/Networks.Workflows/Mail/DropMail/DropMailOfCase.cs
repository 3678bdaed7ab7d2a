using MediatR;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail.DropMail;

/// <summary>Undo: a queued mail that is not due yet does not leave. Once it is due, it counts as sent.</summary>
[Access(Right.CaseActForFirm)]
public sealed record DropMailOfCase(CaseId CaseId, Guid Message) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class DropMailOfCaseHandler(NetworksDbContext db, IActor actor, CaseHistory history, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<DropMailOfCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropMailOfCase request, CancellationToken cancellationToken)
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

        // A claimed mail has a try behind it: it may be with the server already.
        if (found.Mail is not { Status: OutboxStatus.Queued, Attempts: 0 } || found.Mail.NotBefore <= clock.GetUtcNow())
        {
            return MailRefusals.TooLate;
        }

        found.Mail.Status = OutboxStatus.Dropped;
        history.Record(found.Case, "mail.dropped", calendar.Today(), MailFacts.Of(found.Mail));
        return Done.It;
    }
}
