using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Connections.Webhooks;

/// <summary>
/// The messages that are due to webhooks, made out of the history: an act is never slower for them, and none is lost,
/// since the history is what the act has stored. What was made already has the same id and is left out.
/// </summary>
internal static class WebhookMessages
{
    private const int _mostAtOnce = 500;

    public static async Task<List<WebhookDelivery>> NewAsync(NetworksDbContext db, Webhook webhook, CancellationToken cancellationToken)
    {
        var last = await db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id).MaxAsync(d => (DateTimeOffset?)d.CreatedAt, cancellationToken);
        var since = last - WebhookPlan.Overlap is { } overlapping && overlapping > webhook.CreatedAt ? overlapping : webhook.CreatedAt;
        var rows = await (
            from e in db.CaseEvents.AsNoTracking()
            where e.RecordedAt >= since
            join c in db.Cases on e.CaseId equals c.Id
            where c.OwnerId == webhook.AssociationId || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == webhook.AssociationId
                && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Left))
            orderby e.RecordedAt, e.Number
            select new { e.CaseId, c.Reference, e.Number, e.Name, e.HappenedOn, e.RecordedAt }).Take(_mostAtOnce).ToListAsync(cancellationToken);
        var made = rows.Where(e => webhook.Events.Contains(e.Name.Split('.')[0])).Select(e => new WebhookDelivery(
            IdOf(webhook.Id, e.CaseId, e.Number), webhook.Id, e.Name,
            Json.Write(new { @case = e.CaseId.Value, e.Reference, e.Number, @event = e.Name, e.HappenedOn, e.RecordedAt }), e.RecordedAt)).ToList();
        var ids = made.Select(d => d.Id).ToList();
        var known = await db.WebhookDeliveries.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. made.Where(d => !known.Contains(d.Id))];
    }

    private static Guid IdOf(Guid webhook, CaseId caseId, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{webhook:N} {caseId.Value:N} {number}")).AsSpan(0, 16));
}
