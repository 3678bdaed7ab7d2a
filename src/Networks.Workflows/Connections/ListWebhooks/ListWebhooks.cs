using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.ListWebhooks;

/// <summary>The webhooks of the administrator's programme with the newest messages of each. No case content.</summary>
[Access(Right.PeopleManage)]
public sealed record ListWebhooks : IQuery<WebhookList>
{
    /// <summary>Messages that the log shows.</summary>
    public const int Shown = 50;
}

public sealed record WebhookList(IReadOnlyList<WebhookRow> Rows, IReadOnlyList<WebhookDesk> Desks, IReadOnlyList<DeliveryRow> Log);

public sealed record WebhookDesk(AssociationId Id, string Desk);

public sealed record WebhookRow(Guid Id, string Desk, string Address, IReadOnlyList<string> Events, DateTimeOffset CreatedAt, DateTimeOffset? ParkedAt, int Waiting);

public sealed record DeliveryRow(Guid Webhook, string Event, DateTimeOffset CreatedAt, DeliveryStatus Status, int Attempts, int? LastAnswer, string? LastFault, DateTimeOffset? SentAt);

internal sealed class ListWebhooksHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListWebhooks, Result<WebhookList>>
{
    public async Task<Result<WebhookList>> Handle(ListWebhooks request, CancellationToken cancellationToken)
    {
        var rows = await (
            from w in db.Webhooks.AsNoTracking()
            join a in db.ProgrammeAssociations(actor) on w.AssociationId equals a.Id
            orderby a.DeskName, w.CreatedAt
            select new WebhookRow(w.Id, a.DeskName, w.Address, w.Events, w.CreatedAt, w.ParkedAt,
                db.WebhookDeliveries.Count(d => d.WebhookId == w.Id && d.Status != DeliveryStatus.Sent))).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var log = await db.WebhookDeliveries.AsNoTracking().Where(d => ids.Contains(d.WebhookId)).OrderByDescending(d => d.CreatedAt).Take(ListWebhooks.Shown)
            .Select(d => new DeliveryRow(d.WebhookId, d.Event, d.CreatedAt, d.Status, d.Attempts, d.LastAnswer, d.LastFault, d.SentAt)).ToListAsync(cancellationToken);
        var desks = await db.ProgrammeAssociations(actor).OrderBy(a => a.DeskName).Select(a => new WebhookDesk(a.Id, a.DeskName)).ToListAsync(cancellationToken);
        return new WebhookList(rows, desks, log);
    }
}
