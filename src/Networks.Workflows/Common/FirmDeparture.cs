using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;

namespace Networks.Workflows.Common;

/// <summary>A firm leaves a case before the deed, whoever took the decision; the process is told afterwards.</summary>
public sealed class FirmDeparture(NetworksDbContext db, TimeProvider clock)
{
    /// <summary>Its queued mail is dropped, its link no longer opens, its answer no longer counts, and its roles are vacant.</summary>
    public async Task LeaveAsync(Case @case, Participant participant, DateOnly on, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(participant);
        var round = participant.IsActive ? await RoundAsync(db, @case, cancellationToken) : null;
        participant.Leave(on, reason, declined: participant.Status == ParticipantStatus.Proposed);
        foreach (var message in await db.Outbox.Where(m => m.CaseId == @case.Id && m.ParticipantId == participant.Id && m.Status == OutboxStatus.Queued).ToListAsync(cancellationToken))
        {
            message.Status = OutboxStatus.Dropped;
        }

        foreach (var link in await db.FirmLinks.Where(l => l.ParticipantId == participant.Id && l.ReplacedAt == null).ToListAsync(cancellationToken))
        {
            link.ReplacedAt = clock.GetUtcNow();
        }

        if (round?.AnswerOf(participant.Id) is { } answer)
        {
            answer.HasLeft = true;
        }

        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == participant.CaseId, cancellationToken);
        network.VacateRoles(participant.Id, participant.FirmId);
    }

    /// <summary>The round that names the firms and still counts: an open one, or the agreed one whose text is being signed.</summary>
    public static async Task<ApprovalRound?> RoundAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(@case);
        var newest = await db.ApprovalRounds.Where(r => r.CaseId == @case.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        return newest is { Status: RoundStatus.Open } || (@case.Phase == CasePhase.Signing && newest is { Status: RoundStatus.Closed }) ? newest : null;
    }
}
