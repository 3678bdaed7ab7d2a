using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Reference;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>Makes the copy that a simulation works on; nothing of it is tracked.</summary>
internal static class CopyReader
{
    public static async Task<NetworkCopy> ReadAsync(NetworksDbContext db, Case @case, DateOnly today, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().FirstAsync(n => n.CaseId == @case.Id, cancellationToken);
        var firms = await FirmsAsync(db, @case, today, cancellationToken);
        var round = await db.ApprovalRounds.AsNoTracking().Where(r => r.CaseId == @case.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        var counts = round is { Status: RoundStatus.Open or RoundStatus.Closed } && @case.DeedOn is null;
        return new NetworkCopy
        {
            Name = network.Name,
            Stage = @case.Status == CaseStatus.InEffect ? WithdrawalStage.AfterEffect : @case.DeedOn is null ? WithdrawalStage.BeforeDeed : WithdrawalStage.AfterDeed,
            Kind = network.Kind ?? NetworkKind.Contractual,
            Terms = network.Terms,
            HasFund = network.Fund is not null,
            BodyHolder = network.Body?.Holder,
            Reference = network.ReferenceEnterprise?.Participant,
            Mandatary = network.Mandatary?.Participant,
            Reporter = network.CoEmploymentReporter?.Firm,
            SeatChamber = network.Seat?.Province is { } seat ? Chambers.Of(seat, today)?.Code : null,
            EffectOn = @case.EffectOn,
            Round = counts ? round!.Number : null,
            Approvals = counts ? round!.Answers.Count(a => a is { Decision: FirmDecision.Approved, HasLeft: false }) : 0,
            Firms = firms,
        };
    }

    private static async Task<IReadOnlyList<CopiedFirm>> FirmsAsync(NetworksDbContext db, Case @case, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == @case.Id && p.Status == ParticipantStatus.Active
            join f in db.Firms on p.FirmId equals f.Id
            orderby p.Order
            select new { Participant = p, Firm = f }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Firm.Id);
        var profiles = await db.FirmProfiles.AsNoTracking().Where(p => ids.Contains(p.FirmId)).ToDictionaryAsync(p => p.FirmId, cancellationToken);
        var filings = await db.Filings.AsNoTracking().Where(f => f.CaseId == @case.Id && f.ChangeId == null && f.DutyId == null).ToListAsync(cancellationToken);
        var paid = (await db.FundContributions.AsNoTracking().Where(c => c.CaseId == @case.Id && c.PaidCents != null).ToListAsync(cancellationToken))
            .GroupBy(c => c.ParticipantId).ToDictionary(g => g.Key, g => g.Sum(c => c.PaidCents ?? 0));
        return
        [
            .. from row in rows
               let filing = filings.Find(f => f.ParticipantId == row.Participant.Id)
               select new CopiedFirm(
                   row.Participant.Id, row.Firm.Id, row.Firm.Name, row.Firm.RepresentativeOn(today)?.FullName, row.Firm.ReaProvince,
                   row.Firm.ReaProvince is { } province ? Chambers.Of(province, today)?.Code : null, row.Participant.DeskId,
                   row.Participant.Kind == ParticipantKind.Original, filing is { Status: FilingStatus.Entered }, filing?.EnteredOn,
                   row.Participant.ContributionCents, paid.TryGetValue(row.Participant.Id, out var cents) ? cents : null,
                   profiles.GetValueOrDefault(row.Firm.Id)?.Capabilities ?? [],
                   profiles.GetValueOrDefault(row.Firm.Id)?.ActivityCode?.Division),
        ];
    }
}
