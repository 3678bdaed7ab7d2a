using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Data.Signing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signing;

/// <summary>An original signatory and the person who signs for it.</summary>
/// <param name="Representative">In office today; null when none is known.</param>
internal sealed record Signatory(Participant Participant, Firm Firm, LegalRepresentative? Representative)
{
    public ParticipantId Id => Participant.Id;
}

/// <summary>Everything about the signing of one case: the agreed text, who signs, which files came in.</summary>
/// <param name="Text">The version that every firm approved in the final round.</param>
/// <param name="ApprovedOn">Legal day on which the last firm approved it.</param>
/// <param name="Files">Of that version only, oldest first; tracked.</param>
internal sealed record SigningState(
    Case Case, EnterpriseNetwork Network, Draft Text, DateOnly ApprovedOn, IReadOnlyList<Signatory> Signatories, IReadOnlyList<SignedFile> Files)
{
    public bool HasSigned(ParticipantId participant) => Files.Any(f => f.Counts && f.Signatories.Contains(participant));

    /// <summary>The signatories whose representative has one of these tax codes.</summary>
    public IReadOnlyList<Signatory> Behind(IReadOnlyCollection<string> taxCodes) =>
        [.. Signatories.Where(s => s.Representative?.TaxCode is { } code && taxCodes.Contains(code))];

    /// <summary>What would stop the filings from being planned once the deed is made: told before, never after.</summary>
    public IEnumerable<Refusal> FilingObstacles(DateOnly day)
    {
        if (Network.Kind == NetworkKind.LegalEntity)
        {
            return Network.Seat?.Province is { } seat && Chambers.Of(seat, day) is not null ? [] : [SigningRefusals.NetworkSeatMissing];
        }

        return Signatories.Where(s => s.Firm.ReaProvince is not { } rea || Chambers.Of(rea, day) is null)
            .Select(s => SigningRefusals.ReaProvinceMissing(s.Firm.Name));
    }

    /// <returns>Null while no version has been agreed on in a final round.</returns>
    public static async Task<SigningState?> LoadAsync(NetworksDbContext db, CaseId caseId, DateOnly today, CancellationToken cancellationToken)
    {
        var round = await db.ApprovalRounds.Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        if (round is not { Kind: RoundKind.Final, ApprovedByAll: true })
        {
            return null;
        }

        var text = await db.Drafts.FirstAsync(d => d.Id == round.DraftId, cancellationToken);
        var signatories = await db.Participants
            .Where(p => p.CaseId == caseId && p.Status == ParticipantStatus.Active && p.Kind == ParticipantKind.Original)
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, Firm = f })
            .ToListAsync(cancellationToken);
        var files = await db.SignedFiles.Where(f => f.CaseId == caseId && f.DraftId == text.Id).ToListAsync(cancellationToken);
        var last = round.Answers.Where(a => !a.HasLeft).Max(a => a.AnsweredAt) ?? round.OpenedAt;
        return new SigningState(
            await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken),
            await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == caseId, cancellationToken),
            text,
            BusinessCalendar.DayOf(last),
            [.. signatories.Select(s => new Signatory(s.Participant, s.Firm, s.Firm.RepresentativeOn(today)))],
            [.. files.OrderBy(f => f.UploadedAt)]);
    }
}
