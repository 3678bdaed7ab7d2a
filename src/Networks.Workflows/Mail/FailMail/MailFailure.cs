using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Outbox;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail.FailMail;

/// <summary>
/// A mail did not arrive, whoever says so: the server at once, or the reader's server later. Every case that it was about
/// gets its task; one that belongs to no case is shown on the page of the service.
/// </summary>
internal sealed class MailFailure(NetworksDbContext db, WriteGate gate, CurrentActor actor, IMediator mediator)
{
    /// <param name="fence">The sender's claim; null when the news comes from outside, after it was sent.</param>
    /// <returns>Why it could not be stored now; null when it is, or when there is no such mail any more.</returns>
    public async Task<Refusal?> TellAsync(Guid message, int? fence, string reason, CancellationToken cancellationToken)
    {
        actor.Who = Actor.Service;
        var mail = await db.Outbox.AsNoTracking().FirstOrDefaultAsync(m => m.Id == message, cancellationToken);
        if (mail is null || (fence is not null && mail.Fence != fence))
        {
            return null;
        }

        var parts = await db.Outbox.AsNoTracking().Where(m => m.DigestId == message && m.Status == OutboxStatus.Merged).ToListAsync(cancellationToken);
        foreach (var part in parts.Append(mail).Where(m => m.CaseId is not null))
        {
            var answer = await mediator.Send(new FailMailOfCase(part.CaseId!.Value, part.Id, part.Fence, reason), cancellationToken);
            if (!answer.Ok)
            {
                return answer.Refusal;
            }
        }

        if (mail.CaseId is null)
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await db.Outbox.Where(m => m.Id == message && m.Fence == mail.Fence && (m.Status == OutboxStatus.Queued || m.Status == OutboxStatus.Sent))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Failed).SetProperty(m => m.LastError, reason), cancellationToken);
        }

        return null;
    }
}
