using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Mail.FailMail;

/// <summary>A mail of a case will not arrive: it is parked with its reason, and the desk of the firm gets a task.</summary>
/// <param name="Fence">As the mail was when it was looked at; one that somebody else has taken meanwhile is left alone.</param>
[Access(Right.ServiceRun)]
internal sealed record FailMailOfCase(CaseId CaseId, Guid Message, int Fence, string Reason) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId => Guid.Empty;
}

internal sealed class FailMailOfCaseHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<FailMailOfCase, Result<Done>>
{
    public async Task<Result<Done>> Handle(FailMailOfCase request, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.FirstOrDefaultAsync(m => m.Id == request.Message && m.CaseId == request.CaseId, cancellationToken);
        if (mail is not { Status: OutboxStatus.Queued or OutboxStatus.Sent or OutboxStatus.Merged } || mail.Fence != request.Fence)
        {
            return Done.It;
        }

        mail.Status = OutboxStatus.Failed;
        mail.LastError = request.Reason;
        var @case = await db.Cases.FirstAsync(c => c.Id == request.CaseId, cancellationToken);
        history.Record(@case, "mail.failed", calendar.Today(), MailFacts.Of(mail), request.Reason);
        var subject = mail.ParticipantId?.Value ?? Guid.Empty;
        if ((await engine.OpenTasksAsync(@case, MailSteps.MendMail, subject, cancellationToken)).Count == 0)
        {
            await engine.SignalAsync(@case, CaseSignals.MailFailed, subject, cancellationToken);
        }

        return Done.It;
    }
}
