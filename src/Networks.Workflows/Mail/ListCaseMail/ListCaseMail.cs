using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail.ListCaseMail;

/// <summary>The mails of a case, newest first, without their text, which may hold a firm's link.</summary>
[Access(Right.CaseRead)]
public sealed record ListCaseMail(CaseId CaseId) : IQuery<CaseMailList>, ICaseRequest;

public sealed record CaseMailList(string Network, IReadOnlyList<CaseMailRow> Mails);

/// <param name="To">Name of the firm, or the mailbox of an officer.</param>
/// <param name="MayAct">The person's desk acts for this firm.</param>
/// <param name="MayDrop">It has not left and is not due yet.</param>
/// <param name="Hold">Until when it waits and why; null for one that does not.</param>
/// <param name="Firm">Null for an officer's.</param>
public sealed record CaseMailRow(Guid Id, string Subject, string To, OutboxStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, string? LastError, bool MayAct, bool MayDrop, MailHold? Hold, ParticipantId? Firm, MailClass Class)
{
    /// <summary>Two letters; the recipient's.</summary>
    public string Language { get; init; } = "it";
}

internal sealed class ListCaseMailHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<ListCaseMail, Result<CaseMailList>>
{
    public async Task<Result<CaseMailList>> Handle(ListCaseMail request, CancellationToken cancellationToken)
    {
        var head = await db.Cases.AsNoTracking().Where(c => c.Id == request.CaseId)
            .Join(db.EnterpriseNetworks, c => c.Id, n => n.CaseId, (c, n) => new { n.Name, c.OwnerId }).FirstAsync(cancellationToken);
        var owns = head.OwnerId == actor.Association;
        var now = clock.GetUtcNow();
        var rows = await (
            from m in db.Outbox.AsNoTracking()
            where m.CaseId == request.CaseId
            orderby m.CreatedAt descending, m.Id descending
            select new
            {
                m.Id,
                m.Subject,
                m.Language,
                m.To,
                m.Status,
                m.CreatedAt,
                m.SentAt,
                m.LastError,
                m.NotBefore,
                m.HeldFor,
                m.Kind,
                m.ParticipantId,
                m.Attempts,
                Firm = db.Participants.Where(p => p.Id == m.ParticipantId).Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { f.Name, p.DeskId }).FirstOrDefault(),
            }).ToListAsync(cancellationToken);

        // The mailbox of another desk's firm is its own affair: the firm's name is enough here.
        var mails = rows.Select(m =>
        {
            var mayAct = owns || m.Firm?.DeskId == actor.Association;
            return new CaseMailRow(m.Id, m.Subject, m.Firm?.Name ?? m.To, m.Status, m.CreatedAt, m.SentAt, mayAct ? m.LastError : null, mayAct,
                mayAct && m.Status == OutboxStatus.Queued && m.Attempts == 0 && m.NotBefore > now,
                m is { Status: OutboxStatus.Queued, HeldFor: not null } ? new MailHold(m.HeldFor, m.NotBefore) : null,
                m.ParticipantId,
                MailKinds.ClassOf(m.Kind))
            {
                Language = m.Language,
            };
        });
        return new CaseMailList(head.Name, [.. mails]);
    }
}
