using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake.RemoveFirm;

/// <summary>What removing a firm touches: read the same way for the preview and for the act.</summary>
internal sealed record RemovalEffects
{
    public required ApprovalRound? Round { get; init; }

    public required IReadOnlyList<OutboxMessage> Mails { get; init; }

    public required IReadOnlyList<FirmLink> Links { get; init; }

    public required int Left { get; init; }

    public bool BelowTwo => Left < MinimumParticipants.Legal;

    public int Approvals => Round?.Answers.Count(a => a.Decision == FirmDecision.Approved && !a.HasLeft) ?? 0;

    public static async Task<RemovalEffects> ReadAsync(NetworksDbContext db, Case @case, Participant participant, CancellationToken cancellationToken) => new()
    {
        Round = participant.IsActive ? await FirmDeparture.RoundAsync(db, @case, cancellationToken) : null,
        Mails = await db.Outbox.Where(m => m.CaseId == @case.Id && m.ParticipantId == participant.Id && m.Status == OutboxStatus.Queued).ToListAsync(cancellationToken),
        Links = await db.FirmLinks.Where(l => l.ParticipantId == participant.Id && l.ReplacedAt == null).ToListAsync(cancellationToken),
        Left = await db.Participants.CountAsync(p => p.CaseId == @case.Id && p.Status == ParticipantStatus.Active && p.Id != participant.Id, cancellationToken),
    };
}
