using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail;

/// <summary>A mail of a case with what an act on it needs to know.</summary>
internal sealed record CaseMail(Case Case, OutboxMessage Mail, Participant? Participant)
{
    public Guid Subject => Participant?.Id.Value ?? Guid.Empty;

    /// <summary>It waits for the week to have room or for quiet times to end.</summary>
    public bool IsHeld => Mail is { Status: OutboxStatus.Queued, HeldFor: not null, Attempts: 0 };

    /// <summary>The leading desk acts for every firm, another desk for its own.</summary>
    public bool IsFor(IActor actor) => actor.Association == Case.OwnerId || (Participant is not null && actor.Association == Participant.DeskId);

    /// <returns>Null when the case has no such mail.</returns>
    public static async Task<CaseMail?> FindAsync(NetworksDbContext db, CaseId caseId, Guid message, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.FirstOrDefaultAsync(m => m.Id == message && m.CaseId == caseId, cancellationToken);
        if (mail is null)
        {
            return null;
        }

        var participant = mail.ParticipantId is { } id ? await db.Participants.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        return new CaseMail(await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), mail, participant);
    }

    /// <summary>The task of the desk is over when no other mail to the same firm lies failed.</summary>
    public async Task<bool> IsLastFailedAsync(NetworksDbContext db, CancellationToken cancellationToken) =>
        !await db.Outbox.AnyAsync(m => m.CaseId == Case.Id && m.ParticipantId == Mail.ParticipantId && m.Status == OutboxStatus.Failed && m.Id != Mail.Id, cancellationToken);
}
