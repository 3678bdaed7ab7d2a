using Networks.Data;
using Networks.Data.Signing;
using Networks.Workflows.Common;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Signing.UploadSigned;

/// <summary>One uploaded file after it was looked at.</summary>
/// <param name="Signatories">For whom it may count: those found in it that the desk acts for and that have not signed yet.</param>
/// <param name="Refusal">Why it is not even kept; null when it is.</param>
internal sealed record CheckedFile(SignedUpload Upload, SignatureReport Report, IReadOnlyList<Signatory> Signatories, Refusal? Refusal)
{
    public string SafeName => Upload.Name is { Length: > 0 and <= 200 } name ? name : "firmato.p7m";

    public string ContentType => Report.Verdict == SignatureVerdict.NotChecked ? "application/pdf" : "application/pkcs7-mime";
}

/// <summary>Verifies an upload against the agreed text and asks whether it brings anything new.</summary>
internal sealed class SignatureCheck(IFileStore files, SignatureVerifier verifier)
{
    /// <param name="own">Signatories that the acting desk acts for.</param>
    /// <param name="known">Hashes of the case's stored files.</param>
    /// <exception cref="InvalidOperationException">The agreed version was never frozen: no final round can end so.</exception>
    public async Task<CheckedFile> LookAsync(
        SignedUpload upload, SigningState state, IReadOnlySet<ParticipantId> own, IReadOnlyDictionary<FileId, string> known, CancellationToken cancellationToken)
    {
        var frozen = state.Text.FrozenHash ?? throw new InvalidOperationException($"Version {state.Text.Number} was agreed and never frozen.");
        var expected = state.Signatories
            .Where(s => s.Representative?.TaxCode is not null)
            .Select(s => new ExpectedSigner(s.Representative!.TaxCode!, s.Representative.FullName));
        var bytes = await files.ReadAsync(upload.Bytes.Sha256, cancellationToken);
        var report = verifier.Verify(bytes, new AwaitedSignature(frozen, [.. expected]));
        var found = report.Verdict == SignatureVerdict.Invalid ? [] : state.Behind(report.SignedTaxCodes);
        var mine = found.Where(s => own.Contains(s.Id)).ToList();
        var fresh = mine.Where(s => !state.HasSigned(s.Id)).ToList();
        return new CheckedFile(upload, report, fresh, Refuse());

        Refusal? Refuse()
        {
            if (found.Count > 0 && mine.Count == 0)
            {
                return SigningRefusals.OtherDesksFirm(upload.Name, Names(found));
            }

            if (mine.Count > 0 && fresh.Count == 0)
            {
                return SigningRefusals.AlreadySigned(upload.Name, Names(mine));
            }

            var before = state.Files.Where(f => known.GetValueOrDefault(f.File) == upload.Bytes.Sha256).ToList();
            return before.Count > 0 && fresh.TrueForAll(s => before.Exists(f => f.Signatories.Contains(s.Id)))
                ? SigningRefusals.AlreadyLookedAt(upload.Name)
                : null;
        }
    }

    private static string Names(IEnumerable<Signatory> signatories) => string.Join(", ", signatories.Select(s => s.Firm.Name));
}
