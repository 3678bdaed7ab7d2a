using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.RemoveWebhook;

/// <summary>Takes a webhook away with its log; what waits is not sent.</summary>
[Access(Right.PeopleManage)]
public sealed record RemoveWebhook(Guid OperationId, Guid Webhook) : ICommand<Done>;

internal sealed class RemoveWebhookHandler(NetworksDbContext db, IActor actor) : IRequestHandler<RemoveWebhook, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveWebhook request, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == request.Webhook && db.ProgrammeAssociations(actor).Any(a => a.Id == w.AssociationId), cancellationToken) is not { } webhook)
        {
            return ConnectionsRefusals.NotHere;
        }

        await db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id).ExecuteDeleteAsync(cancellationToken);
        db.Remove(webhook);
        return Done.It;
    }
}
