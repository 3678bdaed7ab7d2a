using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake.CompleteIntake;

/// <summary>Goes through a case's network and firms and lists what is missing.</summary>
internal static class IntakeGaps
{
    public static async Task<IReadOnlyList<IntakeGap>> OfAsync(NetworksDbContext db, EnterpriseNetwork network, AssociationId? viewer, CancellationToken cancellationToken)
    {
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == network.CaseId && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed)
            join f in db.Firms.AsNoTracking() on p.FirmId equals f.Id
            join d in db.Associations on p.DeskId equals d.Id
            orderby p.Order
            select new FirmThere(p, f, d.DeskName)).ToListAsync(cancellationToken);
        var gaps = Network(network).Concat(Waiting(firms)).Concat(Admissions(network, firms)).Concat(firms.Where(f => f.Participant.IsActive).SelectMany(f => Of(f, viewer)));
        return [.. gaps.OrderByDescending(g => g.Blocks)];
    }

    private static IEnumerable<IntakeGap> Network(EnterpriseNetwork network)
    {
        if (network.Kind is null)
        {
            yield return new("intake.gap-kind", Blocks: true, GapPlace.Kind, null);
        }

        if (network.Form is null)
        {
            yield return new("intake.gap-form", Blocks: true, GapPlace.Kind, null);
        }
        else if (network.Kind is { } kind && SigningForm.Check(kind, network.Form.Value) is { } misfit)
        {
            yield return new(misfit.Code, Blocks: true, GapPlace.Kind, null, misfit.Values);
        }
    }

    private static IEnumerable<IntakeGap> Waiting(List<FirmThere> firms)
    {
        foreach (var firm in firms.Where(f => f.Participant.Status == ParticipantStatus.Proposed))
        {
            yield return new("intake.gap-unconfirmed", Blocks: true, GapPlace.Elsewhere, firm.Participant.Id, firm.Firm.TaxCode, firm.Desk);
        }

        // Allowed here, refused at opening a round: a group may still be growing.
        if (firms.Count(f => f.Participant.IsActive) < MinimumParticipants.Legal)
        {
            yield return new("intake.gap-one-firm", Blocks: false, GapPlace.AddFirm, null);
        }
    }

    private static IEnumerable<IntakeGap> Admissions(EnterpriseNetwork network, List<FirmThere> firms)
    {
        var joining = firms.Where(f => f.Participant.IsActive).Select(f => (Firm: Admission.Of(f.Firm), f.Participant.Id)).ToList();
        foreach (var (firm, finding) in WhoMayJoin.Check(network.Kind, [.. joining.Select(j => j.Firm)]).Where(f => f.Finding.Level != FindingLevel.Note))
        {
            var its = joining.Find(j => ReferenceEquals(j.Firm, firm)).Id;
            yield return new(finding.Code, finding.Level == FindingLevel.Refusal, GapPlace.Firm, its, finding.Values);
        }
    }

    private static IEnumerable<IntakeGap> Of(FirmThere there, AssociationId? viewer)
    {
        var (participant, firm) = (there.Participant, there.Firm);
        if (!firm.HasName)
        {
            yield return new("intake.gap-name", Blocks: true, GapPlace.Firm, participant.Id, firm.TaxCode);
        }

        if (participant.DeskId == viewer && firm.PrivacyNoticeOn is null)
        {
            yield return new("intake.gap-privacy", Blocks: false, GapPlace.Firm, participant.Id, firm.Name);
        }

        if (participant.DeskId == viewer && firm.Email is null && firm.CertifiedEmail is null)
        {
            yield return new("intake.gap-mailbox", Blocks: false, GapPlace.Firm, participant.Id, firm.Name);
        }

        if (firm.Representatives.Count == 0)
        {
            yield return new("intake.gap-representative", Blocks: false, GapPlace.Firm, participant.Id, firm.Name);
        }
    }

    private sealed record FirmThere(Participant Participant, Firm Firm, string Desk);
}
