using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Changes.ConfirmEnd;

/// <summary>Tells the firms that were left and the desks of a case that the network has ended. The same list is previewed and written to.</summary>
internal sealed class EndMail(NetworksDbContext db, EffectMail effect, PublicAddress address, TimeProvider clock)
{
    private static readonly TimeSpan _undo = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<EffectRecipient>> RecipientsAsync(CaseId id, CancellationToken cancellationToken)
    {
        var left = await db.Participants.Where(p => p.CaseId == id && p.Status == ParticipantStatus.Active).Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. (await effect.RecipientsAsync(id, cancellationToken)).Where(r => r.ParticipantId is not { } firm || left.Contains(firm))];
    }

    /// <returns>How many mails were queued.</returns>
    public async Task<int> QueueAsync(Case @case, DateOnly on, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == @case.Id).Select(n => n.Name).FirstAsync(cancellationToken);
        var desk = await db.Associations.Where(a => a.Id == @case.OwnerId).Select(a => a.DeskName).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var written = (await RecipientsAsync(@case.Id, cancellationToken)).Where(r => r.To is not null).ToList();
        foreach (var to in written)
        {
            var language = CultureInfo.GetCultureInfo(to.Language);
            var body = to.ParticipantId is null
                ? Words.In(language, "changes.mail-ended-desk", network, on, address.Of($"networks/{@case.Id.Value}"))
                : Words.In(language, "changes.mail-ended-firm", network, on, to.Name, desk);
            db.Add(new OutboxMessage(Ids.New(clock), "changes.network-ended", to.To!, Words.In(language, "changes.mail-ended-subject", network, on), body, now)
            {
                CaseId = @case.Id,
                ParticipantId = to.ParticipantId,
                NotBefore = now + _undo,
                Language = to.Language,
            });
        }

        return written.Count;
    }
}
