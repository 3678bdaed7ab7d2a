using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;

namespace Networks.Workflows.Mail;

/// <summary>
/// How much mail one mailbox gets from us: at most two a week over all cases and desks. Past it the desk calls. What the
/// person asked for by an act of their own (a code, a receipt, a fresh link) does not count.
/// </summary>
public static class MailBudget
{
    /// <summary>Mails to one address within seven days.</summary>
    public const int PerWeek = 2;

    private static readonly TimeSpan _week = TimeSpan.FromDays(7);

    /// <summary>Kinds that answer the reader's own act.</summary>
    private static readonly string[] _asked = [MailKinds.Code, MailKinds.Receipt, MailKinds.LinkRenewed];

    /// <returns>How many mails each address was sent or is about to be sent within the last seven days; absent means none.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> UsedAsync(
        NetworksDbContext db, IReadOnlyCollection<string> addresses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var from = now - _week;
        var counted = await db.Outbox.AsNoTracking()
            .Where(m => addresses.Contains(m.To) && m.CreatedAt > from && m.Status != OutboxStatus.Dropped && !_asked.Contains(m.Kind))
            .GroupBy(m => m.To)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return counted.ToDictionary(c => c.Key, c => c.Count, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Stored words of the mails that go to firms.</summary>
public static class MailKinds
{
    public const string RoundOpened = "drafting.round-opened";
    public const string Reminder = "drafting.reminder";
    public const string AskedAgain = "drafting.asked-again";
    public const string Code = "drafting.code";
    public const string Receipt = "drafting.receipt";
    public const string LinkRenewed = "drafting.link-renewed";
}
