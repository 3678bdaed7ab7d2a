using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.ResumeWebhook;

/// <summary>Serves a parked webhook again, beginning with what it did not take.</summary>
[Access(Right.PeopleManage)]
public sealed record ResumeWebhook(Guid OperationId, Guid Webhook) : ICommand<Done>;

internal sealed class ResumeWebhookHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<ResumeWebhook, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResumeWebhook request, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == request.Webhook && db.ProgrammeAssociations(actor).Any(a => a.Id == w.AssociationId), cancellationToken) is not { } webhook)
        {
            return ConnectionsRefusals.NotHere;
        }

        webhook.ParkedAt = null;
        foreach (var delivery in await db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id && d.Status == DeliveryStatus.Parked).ToListAsync(cancellationToken))
        {
            (delivery.Status, delivery.Attempts, delivery.NotBefore) = (DeliveryStatus.Queued, 0, clock.GetUtcNow());
        }

        return Done.It;
    }
}
