using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail.FailMail;

namespace Networks.Workflows.Mail.SendOutbox;

/// <summary>
/// Sends what is queued and due, oldest first, one at a time. Each mail leaves at least once: it is claimed by a fenced
/// update, handed over outside of any transaction, then marked. A crash between the server's yes and the mark sends a
/// second copy after the lease, with the same Message-ID.
/// </summary>
public sealed partial class OutboxSender(IServiceScopeFactory scopes, IMailTransport transport, TimeProvider clock, NodeName node, ILogger<OutboxSender> log)
{
    private const int ReasonLength = 500;

    /// <returns>How many mails left.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        while (transport.Off is null && await ClaimAsync(cancellationToken) is { } mail)
        {
            // Claimed once more than it may be tried: the service ended in the middle of each try, and would again.
            var delivery = mail.Tries > RetryPlan.Tries
                ? new Delivery(DeliveryOutcome.Refused, Words.Say("mail.ended-midway"))
                : await HandOverAsync(mail, cancellationToken);
            await MarkAsync(mail, delivery, cancellationToken);
            Handed(mail.Kind, mail.Tries, delivery.Outcome);
            if (delivery.Outcome == DeliveryOutcome.NoServer)
            {
                break;
            }

            sent += delivery.Outcome == DeliveryOutcome.Delivered ? 1 : 0;
        }

        return sent;
    }

    private async Task<Delivery> HandOverAsync(Claimed mail, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(new OutgoingMail(mail.MessageId, mail.To, mail.Subject, mail.Body, mail.OptOut), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One mail that breaks the transport must not hold up the others.
            Broken(e, mail.Kind);
            return new Delivery(DeliveryOutcome.TryLater, e.GetType().Name);
        }
    }

    private async Task<Claimed?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        while (true)
        {
            if (await db.MailPauses.AnyAsync(cancellationToken))
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var mail = await db.Outbox.AsNoTracking().Where(m => m.Status == OutboxStatus.Queued && m.NotBefore <= now && !db.Cases.Any(c => c.Id == m.CaseId && c.SuspendedAt != null))
                .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).FirstOrDefaultAsync(cancellationToken);
            if (mail is null)
            {
                return null;
            }

            switch (await scope.ServiceProvider.GetRequiredService<MailPolicy>().JudgeAsync(mail, now, cancellationToken))
            {
                case MailVerdict.Hold(var reason, var opening):
                    await UpdateAsync(scope, o => As(o, mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.Fence, m => m.Fence + 1)
                        .SetProperty(m => m.HeldFor, reason).SetProperty(m => m.NotBefore, opening), cancellationToken), cancellationToken);
                    continue;
                case MailVerdict.Merge(var mails):
                    await scope.ServiceProvider.GetRequiredService<MailDigest>().MergeAsync(mails, cancellationToken);
                    continue;
            }

            var until = now + RetryPlan.Lease;
            var won = await UpdateAsync(scope, o => As(o, mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.Fence, m => m.Fence + 1)
                .SetProperty(m => m.Owner, node.Value).SetProperty(m => m.HeldFor, (string?)null)
                .SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.NotBefore, until), cancellationToken), cancellationToken);
            if (won == 1)
            {
                return new Claimed(mail.Id, mail.Fence + 1, mail.Attempts + 1, mail.Kind, mail.MessageId, mail.To, mail.Subject, mail.Body, mail.OptOut);
            }
        }
    }

    private async Task MarkAsync(Claimed mail, Delivery delivery, CancellationToken cancellationToken)
    {
        var reason = delivery.Reason.Length > ReasonLength ? delivery.Reason[..ReasonLength] : delivery.Reason;
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Delivered:
                await UpdateAsync(scope, o => Mine(o, mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Sent)
                    .SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, (string?)null), cancellationToken), cancellationToken);
                if (mail.Kind == MailKinds.Digest)
                {
                    await UpdateAsync(scope, o => o.Where(m => m.DigestId == mail.Id && m.Status == OutboxStatus.Merged)
                        .ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now), cancellationToken), cancellationToken);
                }

                break;
            case DeliveryOutcome.NoServer:
                var afterRest = now + RetryPlan.Rest;
                await UpdateAsync(scope, o => Mine(o, mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, m => m.Attempts - 1)
                    .SetProperty(m => m.NotBefore, afterRest).SetProperty(m => m.LastError, reason), cancellationToken), cancellationToken);
                break;
            case DeliveryOutcome.TryLater when mail.Tries < RetryPlan.Tries:
                var next = now + RetryPlan.WaitAfter(mail.Tries);
                await UpdateAsync(scope, o => Mine(o, mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, next)
                    .SetProperty(m => m.LastError, reason), cancellationToken), cancellationToken);
                break;
            case DeliveryOutcome.TryLater or DeliveryOutcome.Refused:
                await GiveUpAsync(scope, mail, reason, cancellationToken);
                break;
        }
    }

    private async Task GiveUpAsync(AsyncServiceScope scope, Claimed mail, string reason, CancellationToken cancellationToken)
    {
        var refusal = await scope.ServiceProvider.GetRequiredService<MailFailure>().TellAsync(mail.Id, mail.Fence, reason, cancellationToken);
        if (refusal is not null)
        {
            // The lease runs out and the mail is tried and given up again: nothing is lost.
            NotGivenUp(mail.Kind, refusal.Code);
        }
    }

    // As it was when it was looked at.
    private static IQueryable<OutboxMessage> As(IQueryable<OutboxMessage> outbox, OutboxMessage mail) =>
        outbox.Where(m => m.Id == mail.Id && m.Fence == mail.Fence && m.Status == OutboxStatus.Queued);

    private static IQueryable<OutboxMessage> Mine(IQueryable<OutboxMessage> outbox, Claimed mail) =>
        outbox.Where(m => m.Id == mail.Id && m.Fence == mail.Fence && m.Status == OutboxStatus.Queued);

    // One statement of its own, through the gate that all writers pass.
    private static async Task<int> UpdateAsync(AsyncServiceScope scope, Func<IQueryable<OutboxMessage>, Task<int>> update, CancellationToken cancellationToken)
    {
        var gate = scope.ServiceProvider.GetRequiredService<WriteGate>();
        IDisposable? turn;
        while ((turn = await gate.EnterAsync(cancellationToken)) is null)
        {
            // Others write for longer than an act's patience: the mail is handed over already, so its mark waits on.
        }

        using (turn)
        {
            return await update(scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Outbox);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Kind}, try {Try}: {Outcome}")]
    private partial void Handed(string kind, int @try, DeliveryOutcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail transport broke on a mail {Kind}")]
    private partial void Broken(Exception exception, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail {Kind} could not be given up: {Code}")]
    private partial void NotGivenUp(string kind, string code);

    private sealed record Claimed(Guid Id, int Fence, int Tries, string Kind, string MessageId, string To, string Subject, string Body, string? OptOut);
}
