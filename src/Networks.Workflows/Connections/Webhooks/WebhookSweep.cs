using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Faults;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Connections.Webhooks;

/// <summary>
/// Tells webhooks what has happened: makes the messages, sends those that are due, tries again later, and parks a webhook
/// that does not answer, which its maker is told by mail. Each message leaves at least once, always with the same id.
/// </summary>
public sealed class WebhookSweep(IServiceScopeFactory scopes, IWebhookTransport transport, TimeProvider clock)
{
    /// <returns>How many messages were taken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var sent = 0;
        foreach (var webhook in await db.Webhooks.AsNoTracking().Where(w => w.ParkedAt == null).ToListAsync(cancellationToken))
        {
            var made = await WebhookMessages.NewAsync(db, webhook, cancellationToken);
            if (made.Count > 0)
            {
                await WriteAsync(scope, () =>
                {
                    db.AddRange(made);
                    return db.SaveChangesAsync(cancellationToken);
                }, cancellationToken);
                db.ChangeTracker.Clear();
            }

            sent += await SendAsync(scope, db, webhook, cancellationToken);
        }

        return sent;
    }

    // In the order of the facts: behind one that is not taken the others wait.
    private async Task<int> SendAsync(AsyncServiceScope scope, NetworksDbContext db, Webhook webhook, CancellationToken cancellationToken)
    {
        for (var sent = 0; ; sent++)
        {
            var now = clock.GetUtcNow();
            var next = await db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook.Id && d.Status == DeliveryStatus.Queued)
                .OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).FirstOrDefaultAsync(cancellationToken);
            if (next is null || next.NotBefore > now || !await ClaimAsync(scope, db, next, now, cancellationToken))
            {
                return sent;
            }

            var reply = await transport.SendAsync(new WebhookCall(webhook.Address, webhook.ProtectedKey, next.Id, next.Event, next.Body), cancellationToken);
            await MarkAsync(scope, db, webhook, next, reply, cancellationToken);
            if (reply.Fault is not null)
            {
                return sent;
            }
        }
    }

    private static async Task<bool> ClaimAsync(AsyncServiceScope scope, NetworksDbContext db, WebhookDelivery next, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + WebhookPlan.Lease;
        return await WriteAsync(scope, () => db.WebhookDeliveries.Where(d => d.Id == next.Id && d.Fence == next.Fence && d.Status == DeliveryStatus.Queued)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Fence, d => d.Fence + 1).SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.NotBefore, until), cancellationToken), cancellationToken) == 1;
    }

    private async Task MarkAsync(AsyncServiceScope scope, NetworksDbContext db, Webhook webhook, WebhookDelivery sent, WebhookReply reply, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var tries = sent.Attempts + 1;
        var parks = reply.Fault is not null && tries >= WebhookPlan.Tries;
        await WriteAsync(scope, async () =>
        {
            var delivery = await db.WebhookDeliveries.SingleAsync(d => d.Id == sent.Id, cancellationToken);
            (delivery.LastAnswer, delivery.LastFault) = (reply.Status, reply.Fault);
            if (reply.Fault is null)
            {
                (delivery.Status, delivery.SentAt) = (DeliveryStatus.Sent, now);
            }
            else if (parks)
            {
                delivery.Status = DeliveryStatus.Parked;
                (await db.Webhooks.SingleAsync(w => w.Id == webhook.Id, cancellationToken)).ParkedAt = now;
                db.Add(await MailAsync(db, webhook, reply, now, cancellationToken));
            }
            else
            {
                delivery.NotBefore = now + WebhookPlan.WaitAfter(tries);
            }

            return await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<OutboxMessage> MailAsync(NetworksDbContext db, Webhook webhook, WebhookReply reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var maker = await db.Officers.AsNoTracking().SingleAsync(o => o.Id == webhook.CreatedBy, cancellationToken);
        var language = CultureInfo.GetCultureInfo(maker.Language);
        var said = Words.In(language, $"connections.fault-{reply.Fault}", reply.Status ?? 0);
        return new OutboxMessage(Ids.New(clock), MailKinds.WebhookParked, maker.Email, Words.In(language, "connections.parked-subject", webhook.Address),
            Words.In(language, "connections.parked-body", maker.FullName, webhook.Address, said), now)
        { Language = maker.Language };
    }

    private static async Task<int> WriteAsync(AsyncServiceScope scope, Func<Task<int>> write, CancellationToken cancellationToken)
    {
        var gate = scope.ServiceProvider.GetRequiredService<WriteGate>();
        IDisposable? turn;
        while ((turn = await gate.EnterAsync(cancellationToken)) is null)
        {
            // Others write for longer than an act's patience: a message waits on.
        }

        using (turn)
        {
            return await write();
        }
    }
}
