using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Signing;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Changes.RecordDocument;

/// <param name="Signed">Participants whose representative was found.</param>
/// <param name="Missing">Names of those who should have signed and were not found.</param>
internal sealed record CheckedDocument(SignatureReport Report, IReadOnlyList<ParticipantId> Signed, IReadOnlyList<string> Missing);

/// <summary>Compares a signed document with the text that was made for this change, as the first deed is compared with its own.</summary>
internal sealed class ChangeSignatures(NetworksDbContext db, SignatureVerifier verifier, BusinessCalendar calendar)
{
    public async Task<CheckedDocument> LookAsync(Case @case, NetworkChange change, byte[] content, CancellationToken cancellationToken)
    {
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == @case.Id && (p.Status == ParticipantStatus.Active || p.Id == change.ParticipantId)
            join f in db.Firms on p.FirmId equals f.Id
            orderby p.Order
            select new { p.Id, Firm = f }).ToListAsync(cancellationToken);
        var expected = firms.Where(f => Signs(@case, change, f.Id)).Select(f => (f.Id, f.Firm.Name, Person: f.Firm.RepresentativeOn(calendar.Today()))).ToList();
        var report = verifier.Verify(content, new AwaitedSignature(
            change.FrozenHash!, [.. expected.Where(e => e.Person?.TaxCode is not null).Select(e => new ExpectedSigner(e.Person!.TaxCode!, e.Person.FullName))]));
        var signed = expected.Where(e => e.Person?.TaxCode is { } code && report.SignedTaxCodes.Contains(code)).Select(e => e.Id).ToList();
        return new CheckedDocument(report, signed, [.. expected.Where(e => !signed.Contains(e.Id)).Select(e => e.Name)]);
    }

    /// <summary>Why the document cannot be taken as it is; null when it can.</summary>
    /// <param name="reason">Of the officer who takes one that could not be told.</param>
    public static Refusal? Refuse(CheckedDocument seen, string? reason) =>
        seen.Report.Verdict == SignatureVerdict.Invalid ? ChangeRefusals.SignatureInvalid(seen.Report.Summary)
        : !string.IsNullOrWhiteSpace(reason) ? null
        : seen.Report.Verdict != SignatureVerdict.Valid ? ChangeRefusals.SignatureUndecided(seen.Report.Summary)
        : seen.Missing.Count > 0 ? ChangeRefusals.SignaturesMissing(string.Join(", ", seen.Missing))
        : null;

    /// <summary>Who joins or leaves signs for itself; what all have decided all sign, and an exclusion those who stay.</summary>
    private static bool Signs(Case @case, NetworkChange change, ParticipantId firm) => change.Kind switch
    {
        ChangeKind.Accession => firm == change.ParticipantId,
        ChangeKind.Withdrawal => @case.EffectOn is null || change.Cause == WithdrawalCauses.Agreement
            || (change.Cause == WithdrawalCauses.Exclusion ? firm != change.ParticipantId : firm == change.ParticipantId),
        ChangeKind.Amendment or ChangeKind.Closing => true,
    };
}
