using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Outbox;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail.SendOutbox;

/// <summary>Puts the mails that wait for one reader into one, in one transaction: all of them or none.</summary>
internal sealed class MailDigest(NetworksDbContext db, WriteGate gate, TimeProvider clock)
{
    /// <summary>Members that somebody else has taken meanwhile stay out; below two nothing changes.</summary>
    public async Task MergeAsync(IReadOnlyList<Guid> mails, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return;
        }

        var id = Ids.New(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Outbox.Where(m => mails.Contains(m.Id) && m.Status == OutboxStatus.Queued && m.Attempts == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Merged).SetProperty(m => m.DigestId, id)
                .SetProperty(m => m.HeldFor, (string?)null).SetProperty(m => m.Fence, m => m.Fence + 1), cancellationToken);
        var members = await db.Outbox.AsNoTracking().Where(m => m.DigestId == id).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        if (members.Count > 1)
        {
            db.Add(Compose(id, members));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>The subjects first, then every mail as it would have been read alone.</summary>
    private OutboxMessage Compose(Guid id, List<OutboxMessage> members)
    {
        var first = members[0];
        var language = CultureInfo.GetCultureInfo(first.Language);
        var body = new StringBuilder(Words.In(language, "mail.digest-lead", members.Count)).Append("\n\n");
        foreach (var (number, member) in members.Index())
        {
            body.Append(CultureInfo.InvariantCulture, $"{number + 1}. {member.Subject}\n");
        }

        foreach (var (number, member) in members.Index())
        {
            body.Append(CultureInfo.InvariantCulture, $"\n\n{Words.In(language, "mail.digest-part", number + 1, members.Count)}: {member.Subject}\n\n{member.Body.Trim()}\n");
        }

        return new OutboxMessage(id, MailKinds.Digest, first.To, Words.In(language, "mail.digest-subject", members.Count), body.ToString(), clock.GetUtcNow()) { Language = first.Language };
    }
}
