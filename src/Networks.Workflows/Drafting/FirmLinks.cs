using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting;

/// <summary>
/// Mailed links of firms. All links of one round work side by side, since each mail has its own; a new round takes the
/// older ones away.
/// </summary>
internal static class FirmLinks
{
    /// <summary>How many days a link shows the outcome after the last day to answer.</summary>
    public const int DaysAfter = 30;

    /// <returns>The token, which is stored nowhere: it goes into the mail and is forgotten.</returns>
    public static string Issue(NetworksDbContext db, TimeProvider clock, CaseId caseId, ParticipantId participant, DateOnly lastDay)
    {
        var token = LinkToken.New();
        db.Add(new FirmLink(Ids.New(clock), caseId, participant, LinkToken.Hash(token), lastDay, clock.GetUtcNow()));
        return token;
    }

    /// <summary>From now on the older links of these firms only explain themselves.</summary>
    public static async Task ReplaceAsync(
        NetworksDbContext db, IReadOnlyCollection<ParticipantId> participants, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var link in await db.FirmLinks.Where(l => participants.Contains(l.ParticipantId) && l.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            link.ReplacedAt = now;
        }
    }

    /// <summary>Why the link that a firm acts by is not good for acting; null when it is.</summary>
    public static async Task<Refusal?> RefuseAsync(
        NetworksDbContext db, BusinessCalendar calendar, string token, ParticipantId participant, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(token);
        var link = await (
            from l in db.FirmLinks.AsNoTracking()
            where l.TokenHash == hash && l.ParticipantId == participant
            join p in db.Participants on l.ParticipantId equals p.Id
            select new { Link = l, p.Status }).FirstOrDefaultAsync(cancellationToken);
        return link is null ? new Refusal(RefusalKind.NotFound, "common.not-found") : Refuse(link.Link, link.Status, calendar);
    }

    /// <param name="status">Of the participant whose link it is.</param>
    public static Refusal? Refuse(FirmLink link, ParticipantStatus status, BusinessCalendar calendar) =>
        link.ReplacedAt is not null || status != ParticipantStatus.Active ? RoundRefusals.LinkReplaced
        : calendar.IsOver(link.LastDay) ? RoundRefusals.LinkExpired
        : null;

    /// <summary>Mail to a firm that has not left yet never leaves.</summary>
    public static async Task DropQueuedAsync(NetworksDbContext db, ParticipantId participant, CancellationToken cancellationToken)
    {
        foreach (var mail in await db.Outbox.Where(m => m.ParticipantId == participant && m.Status == OutboxStatus.Queued).ToListAsync(cancellationToken))
        {
            mail.Status = OutboxStatus.Dropped;
        }
    }
}
