using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Networks.Workflows.Signatures;

/// <summary>One signature of one layer: its mathematics, its attributes, its certificate.</summary>
internal sealed class SignerCheck(SignatureTrust trust, DateTimeOffset now, Findings findings)
{
    private const string _timestamp = "1.2.840.113549.1.9.16.2.14";

    /// <returns>Null where the signature carries no readable certificate; the finding then says so.</returns>
    public Signer? Check(SignerInfo signer, SignedCms layer, int layerNumber)
    {
        try
        {
            return CheckReadable(signer, layer, layerNumber);
        }
        catch (Exception exception) when (MalformedInput.Explains(exception))
        {
            findings.Invalid("damaged");
            return null;
        }
    }

    private Signer? CheckReadable(SignerInfo signer, SignedCms layer, int layerNumber)
    {
        if (signer.Certificate is not { } certificate)
        {
            findings.Invalid("certificate-missing");
            return null;
        }

        var described = Describe(signer, certificate, layerNumber);
        if (IsAmbiguous(certificate, layer.Certificates))
        {
            findings.Invalid("certificate-ambiguous", described.Name);
        }

        SigningAttributes.Check(signer, layer, certificate, described.Name, findings);
        if (DigestPolicy.Check(signer, certificate, described.Name, findings) && !MathematicsHold(signer))
        {
            findings.Invalid("signature-wrong", described.Name);
        }

        new CertificateCheck(trust, now, findings).Check(certificate, layer.Certificates, described);
        NoteWhatIsNotRead(signer, described.Name);
        return described;
    }

    private static Signer Describe(SignerInfo signer, X509Certificate2 certificate, int layerNumber)
    {
        var taxCode = SubjectTaxCode.Of(certificate.SubjectName);
        var shown = SubjectName.Shown(certificate.SubjectName);
        return new Signer(
            layerNumber,
            shown.Length > 0 ? shown : taxCode ?? "?",
            taxCode,
            string.Join(" ", SubjectName.Values(certificate.SubjectName, SubjectName.SerialNumber)),
            SigningAttributes.ClaimedAt(signer),
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime(),
            SubjectName.Shown(certificate.IssuerName),
            SignedEnvelope.HashOf(certificate.RawData));
    }

    // Two certificates that answer to the same name: which one was meant is anybody's guess.
    private static bool IsAmbiguous(X509Certificate2 certificate, X509Certificate2Collection carried) => carried.Any(other =>
        other.SerialNumberBytes.Span.SequenceEqual(certificate.SerialNumberBytes.Span)
        && other.IssuerName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
        && !other.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));

    private static bool MathematicsHold(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (Exception exception) when (MalformedInput.Explains(exception))
        {
            return false;
        }
    }

    private void NoteWhatIsNotRead(SignerInfo signer, string who)
    {
        if (signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Any(a => a.Oid.Value == _timestamp))
        {
            findings.Note("timestamp-not-read", who);
        }

        if (signer.CounterSignerInfos.Count > 0)
        {
            findings.Note("countersignature-not-read", who);
        }
    }
}
