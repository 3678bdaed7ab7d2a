using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Outbox;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.RemindFirms;

/// <summary>How often a firm may still be reminded: three times a round, and two mails a week from all of us.</summary>
/// <param name="Sent">Reminders in this round, queued ones included.</param>
/// <param name="MailsThisWeek">From all cases and desks.</param>
/// <param name="Limit">Mails a week that one mailbox may get; zero for no limit.</param>
internal sealed record ReminderCount(int Sent, int MailsThisWeek, int Limit)
{
    /// <summary>Reminders to one firm in one round.</summary>
    public const int Cap = 3;

    public bool MayRemind => Sent < Cap && (Limit == 0 || MailsThisWeek < Limit);

    public static async Task<IReadOnlyDictionary<ParticipantId, ReminderCount>> OfAsync(
        NetworksDbContext db, ApprovalRound round, IReadOnlyCollection<RoundFirm> firms, MailRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = await MailBudget.UsedAsync(db, [.. firms.Select(f => f.Firm.Email).OfType<string>()], now, cancellationToken);
        var since = round.OpenedAt;
        var caseId = round.CaseId;
        var sent = await db.Outbox.AsNoTracking()
            .Where(m => m.CaseId == caseId && m.Kind == MailKinds.Reminder && m.CreatedAt >= since && m.Status != OutboxStatus.Dropped)
            .GroupBy(m => m.ParticipantId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return firms.ToDictionary(f => f.Participant.Id, f => new ReminderCount(
            sent.Find(s => s.Key == f.Participant.Id)?.Count ?? 0,
            f.Firm.Email is { } address ? used.GetValueOrDefault(address) : 0,
            rules.PerWeek));
    }
}
