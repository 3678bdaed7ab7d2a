using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;

namespace Networks.Workflows.Mail;

/// <summary>
/// How much ordinary mail one mailbox has had from us within seven days, over all cases and desks. Past the limit of
/// <see cref="MailRules"/> the desk calls, and what is queued all the same waits and leaves in one mail.
/// </summary>
public static class MailBudget
{
    /// <summary>Mails to one address within seven days, where nothing else is configured.</summary>
    public const int PerWeek = 2;

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <returns>How many mails each address was sent or is about to be sent within the last seven days; absent means none.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> UsedAsync(
        NetworksDbContext db, IReadOnlyCollection<string> addresses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var from = now - Week;
        var counted = await db.Outbox.AsNoTracking()
            .Where(m => addresses.Contains(m.To) && ((m.Status == OutboxStatus.Queued && (m.CreatedAt > from || m.HeldFor != null)) || (m.SentAt > from && (m.Status == OutboxStatus.Sent || m.Status == OutboxStatus.Failed))))
            .GroupBy(m => new { m.To, m.Kind })
            .Select(g => new { g.Key.To, g.Key.Kind, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return counted.Where(c => MailKinds.ClassOf(c.Kind) == MailClass.Ordinary)
            .GroupBy(c => c.To, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.OrdinalIgnoreCase);
    }
}
