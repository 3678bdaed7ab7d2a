using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail;

/// <summary>What is told about the day of effect.</summary>
public enum EffectNews
{
    Confirmed,

    /// <summary>A recorded date was corrected and the day is another.</summary>
    Moved,
}

/// <summary>Somebody who is told of the effect, in his own language.</summary>
/// <param name="To">Mailbox; null for a firm that has none and is called.</param>
/// <param name="ParticipantId">The firm; null for an officer.</param>
public sealed record EffectRecipient(string Name, string? To, string Language, ParticipantId? ParticipantId);

/// <summary>Tells the firms and the desks of a case its day of effect. The same list is previewed and written to.</summary>
public sealed class EffectMail(NetworksDbContext db, IActor actor, PublicAddress address, TimeProvider clock)
{
    /// <summary>
    /// The firms in the contract's order, then the officers of the desks, without the one who acts. A firm that was told
    /// the day and has left since still holds it to be true, so it is told of another one too.
    /// </summary>
    public async Task<IReadOnlyList<EffectRecipient>> RecipientsAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var participants = await db.Participants.AsNoTracking()
            .Where(p => p.CaseId == caseId
                && (p.Status == ParticipantStatus.Active || db.Outbox.Any(m => m.CaseId == caseId && m.ParticipantId == p.Id && m.Kind.StartsWith("registration.effect-") && m.Status != OutboxStatus.Dropped)))
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p.Id, p.DeskId, f.Name, f.Email, f.Language })
            .ToListAsync(cancellationToken);
        var owner = await db.Cases.Where(c => c.Id == caseId).Select(c => c.OwnerId).FirstAsync(cancellationToken);
        var desks = participants.Select(p => p.DeskId).Append(owner).Distinct().ToList();
        var officers = await DeskPeople.OfAsync(db, desks, cancellationToken);
        return
        [
            .. participants.Select(p => new EffectRecipient(p.Name, p.Email, p.Language, p.Id)),
            .. officers.Where(o => o.Id != actor.Officer).Select(o => new EffectRecipient(o.FullName, o.Email, o.Language, null)),
        ];
    }

    /// <summary>One mail for each recipient with a mailbox, held back ten seconds.</summary>
    public async Task QueueAsync(Case @case, EnterpriseNetwork network, EffectNews news, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(network);
        var word = news switch
        {
            EffectNews.Confirmed => "confirmed",
            EffectNews.Moved => "moved",
        };
        var desk = await db.Associations.Where(a => a.Id == @case.OwnerId).Select(a => a.DeskName).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var recipient in await RecipientsAsync(@case.Id, cancellationToken))
        {
            if (recipient.To is { } mailbox)
            {
                var language = CultureInfo.GetCultureInfo(recipient.Language);
                var body = recipient.ParticipantId is null
                    ? Words.In(language, $"registration.effect-{word}-desk", network.Name, day, address.Of($"networks/{@case.Id.Value}"))
                    : Words.In(language, $"registration.effect-{word}-firm", network.Name, day, recipient.Name, desk);
                db.Add(new OutboxMessage(Ids.New(clock), $"registration.effect-{word}", mailbox, Words.In(language, $"registration.effect-{word}-subject", network.Name, day), body, now)
                {
                    CaseId = @case.Id,
                    ParticipantId = recipient.ParticipantId,
                    NotBefore = now.AddSeconds(10),
                    Language = recipient.Language,
                });
            }
        }
    }
}
