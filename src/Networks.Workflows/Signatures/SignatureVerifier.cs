using System.Security.Cryptography.Pkcs;
using Networks.Data.Signing;

namespace Networks.Workflows.Signatures;

/// <summary>
/// Reads an uploaded signed file and says what can be said of it: the text, the mathematics, the certificates, the persons.
/// </summary>
/// <remarks>
/// No revocation list is read and no timestamp is checked; the report says so each time. Source: domain brief, section
/// on digital signature (CAD art. 24; ETSI EN 319 122-1, EN 319 102-1).
/// </remarks>
public sealed class SignatureVerifier(SignatureTrust trust, SignatureLimits limits, TimeProvider clock)
{
    /// <summary>Checks one upload. It never throws for what is in the file; the same file twice gives the same findings.</summary>
    /// <param name="upload">The bytes as they came: DER, BER, base64 or PEM; a PDF is kept without a check.</param>
    public SignatureReport Verify(ReadOnlyMemory<byte> upload, AwaitedSignature awaited)
    {
        ArgumentNullException.ThrowIfNull(awaited);
        var findings = new Findings();
        var now = clock.GetUtcNow();
        var uploadSha256 = SignedEnvelope.HashOf(upload.Span);
        var frozen = awaited.ContentSha256.ToLowerInvariant();
        if (!IsToBeOpened(upload.Span, uploadSha256, frozen, findings)
            || SignedEnvelope.Open(upload, frozen, limits, findings) is not { } envelope)
        {
            return new SignatureReport(findings.Verdict, findings.All, [], [], 0, null, uploadSha256, now);
        }

        if (envelope.ContentSha256 != frozen)
        {
            findings.Invalid("different-document");
        }

        var signers = CheckLayers(envelope, now, findings);
        var signed = IdentityCheck.Check(signers, awaited.Signers, findings);
        return new SignatureReport(
            findings.Verdict, findings.All, signers, signed, envelope.Layers.Count, envelope.ContentSha256, uploadSha256, now);
    }

    private bool IsToBeOpened(ReadOnlySpan<byte> upload, string uploadSha256, string frozen, Findings findings)
    {
        if (upload.Length > limits.MaxBytes)
        {
            findings.Invalid("too-large", (limits.MaxBytes / (1024 * 1024)).ToString());
        }
        else if (upload.IsEmpty)
        {
            findings.Invalid("empty");
        }
        else if (uploadSha256 == frozen)
        {
            findings.Invalid("unsigned-text");
        }
        else if (UploadBytes.IsPdf(upload))
        {
            findings.Add(SignatureVerdict.NotChecked, "pdf-not-checked");
        }
        else
        {
            return true;
        }

        return false;
    }

    private List<Signer> CheckLayers(SignedEnvelope envelope, DateTimeOffset now, Findings findings)
    {
        var signers = new List<Signer>();
        var check = new SignerCheck(trust, now, findings);
        for (var i = 0; i < envelope.Layers.Count; i++)
        {
            var layer = envelope.Layers[i];
            if (SigningAttributes.AreContent(layer.ContentInfo.Content))
            {
                findings.Invalid("forged-content");
            }

            signers.AddRange(layer.SignerInfos.Cast<SignerInfo>()
                .Select(signer => check.Check(signer, layer, i + 1))
                .OfType<Signer>());
        }

        return signers;
    }
}
