using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;

namespace Networks.Workflows.Mail.SendOutbox;

/// <summary>What is to be done with a mail that is due.</summary>
internal abstract record MailVerdict
{
    /// <summary>It leaves now.</summary>
    public sealed record Leave : MailVerdict;

    /// <summary>It waits.</summary>
    /// <param name="Reason">One of <see cref="HoldReasons"/>.</param>
    public sealed record Hold(string Reason, DateTimeOffset Until) : MailVerdict;

    /// <summary>It and the others that wait for the same reader leave as one.</summary>
    public sealed record Merge(IReadOnlyList<Guid> Mails) : MailVerdict;
}

/// <summary>
/// Applies <see cref="MailRules"/> to a due mail. A firm past its budget waits until the week has room again; what has
/// gathered by then leaves as one mail. For an officer, whose work it is, what exceeds leaves as one the next morning.
/// </summary>
/// <remarks>
/// Safe on several nodes: every verdict is carried out by a fenced update of the mail that it is about, and two mails to
/// one reader see each other as waiting or as claimed.
/// </remarks>
internal sealed class MailPolicy(NetworksDbContext db, MailRules rules)
{
    private static readonly MailVerdict _leave = new MailVerdict.Leave();

    public async Task<MailVerdict> JudgeAsync(OutboxMessage mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A mail that was tried before has had its place.
        if (mail.Attempts > 0 || MailKinds.ClassOf(mail.Kind) != MailClass.Ordinary)
        {
            return _leave;
        }

        var opening = rules.Quiet.Opening(now, mail.Language);
        if (opening > now)
        {
            return new MailVerdict.Hold(HoldReasons.Quiet, opening);
        }

        return rules.PerWeek == 0 || mail.Kind == MailKinds.Digest ? _leave : await WithinWeekAsync(mail, now, cancellationToken);
    }

    /// <summary>Until when an ordinary mail to a firm would be held if it were queued now; absent when it would leave at once.</summary>
    /// <param name="readers">Address and language.</param>
    public async Task<IReadOnlyDictionary<string, MailHold>> ForecastAsync(IReadOnlyCollection<(string To, string Language)> readers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = await UsedAsync([.. readers.Select(r => r.To)], now, cancellationToken);
        var holds = new Dictionary<string, MailHold>(StringComparer.OrdinalIgnoreCase);
        foreach (var (to, language) in readers)
        {
            var opening = rules.Quiet.Opening(now, language);
            var mine = used[to].ToList();
            if (rules.PerWeek > 0 && mine.Count >= rules.PerWeek)
            {
                holds[to] = new MailHold(HoldReasons.Budget, Room(mine, language, officer: false, now));
            }
            else if (opening > now)
            {
                holds[to] = new MailHold(HoldReasons.Quiet, opening);
            }
        }

        return holds;
    }

    private async Task<MailVerdict> WithinWeekAsync(OutboxMessage mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = (await UsedAsync([mail.To], now, cancellationToken))[mail.To].ToList();
        var left = rules.PerWeek - used.Count;
        var officer = mail.ParticipantId is null && await db.Officers.AnyAsync(o => o.Email == mail.To, cancellationToken);
        var waiting = await WaitingAsync(mail, now, cancellationToken);
        var isMorningAfter = officer && mail.HeldFor == HoldReasons.Budget;
        if (isMorningAfter || (left > 0 && left < waiting.Count))
        {
            return waiting.Count > 1 ? new MailVerdict.Merge(waiting) : _leave;
        }

        return left > 0 ? _leave : new MailVerdict.Hold(HoldReasons.Budget, Room(used, mail.Language, officer, now));
    }

    // When each mail of the last seven days left, by reader; one that is with a server at this moment counts as leaving now.
    private async Task<ILookup<string, DateTimeOffset>> UsedAsync(string[] readers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = now - MailBudget.Week;
        var sent = await db.Outbox.AsNoTracking()
            .Where(m => readers.Contains(m.To) && ((m.Status == OutboxStatus.Queued && m.Attempts > 0) || (m.SentAt > from && (m.Status == OutboxStatus.Sent || m.Status == OutboxStatus.Failed))))
            .Select(m => new { m.To, m.Kind, m.SentAt }).ToListAsync(cancellationToken);
        return sent.Where(m => MailKinds.ClassOf(m.Kind) == MailClass.Ordinary)
            .OrderBy(m => m.SentAt ?? now).ToLookup(m => m.To, m => m.SentAt ?? now, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<List<Guid>> WaitingAsync(OutboxMessage mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await db.Outbox.AsNoTracking()
            .Where(m => m.To == mail.To && m.Status == OutboxStatus.Queued && m.Attempts == 0 && (m.NotBefore <= now || m.HeldFor != null)
                && !db.Cases.Any(c => c.Id == m.CaseId && c.SuspendedAt != null))
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => new { m.Id, m.Kind }).ToListAsync(cancellationToken);
        return [.. all.Where(m => m.Kind != MailKinds.Digest && MailKinds.ClassOf(m.Kind) == MailClass.Ordinary).Select(m => m.Id)];
    }

    private DateTimeOffset Room(List<DateTimeOffset> used, string language, bool officer, DateTimeOffset now)
    {
        var room = officer ? now.AddDays(1) : used[^rules.PerWeek] + MailBudget.Week;
        return rules.Quiet.Opening(room > now ? room : now.AddMinutes(1), language);
    }
}
