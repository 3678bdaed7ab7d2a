using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Networks.Workflows.Signatures;

/// <summary>What a signer's certificate is for, when it holds, and who answers for it.</summary>
/// <remarks>Codice dell'amministrazione digitale art. 24; ETSI EN 319 412-2 (key usage) and 412-5 (declarations).</remarks>
internal sealed class CertificateCheck(SignatureTrust trust, DateTimeOffset now, Findings findings)
{
    private const string _declarations = "1.3.6.1.5.5.7.1.3";
    private const string _declaredQualified = "0.4.0.1862.1.1";

    private static readonly TimeZoneInfo _rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    // Clocks of signers run a little fast without anybody meaning harm.
    private static readonly TimeSpan _clockTolerance = TimeSpan.FromMinutes(10);

    public void Check(X509Certificate2 certificate, X509Certificate2Collection carried, Signer signer)
    {
        CheckUse(certificate, signer.Name);
        CheckTime(signer);
        ChainCheck.Check(certificate, carried, trust, ChainInstant(signer), signer, findings);
    }

    private void CheckUse(X509Certificate2 certificate, string who)
    {
        var usages = certificate.Extensions.OfType<X509KeyUsageExtension>().ToList();
        if (usages is not [var usage] || !usage.KeyUsages.HasFlag(X509KeyUsageFlags.NonRepudiation))
        {
            findings.Invalid("not-for-signing", who);
        }

        if (!DeclaresQualified(certificate))
        {
            findings.Indeterminate("not-declared-qualified", who);
        }
    }

    private void CheckTime(Signer signer)
    {
        var claimed = signer.ClaimedAt;
        if (claimed is null)
        {
            findings.Note("no-claimed-time", signer.Name);
        }
        else if (claimed > now + _clockTolerance)
        {
            findings.Note("claimed-in-future", signer.Name, Day(claimed.Value));
        }

        var signedAt = claimed is { } at && at < now ? at : now;
        if (signedAt > signer.ValidUntil)
        {
            findings.Invalid("certificate-expired", signer.Name, Day(signer.ValidUntil), Day(signedAt));
        }
        else if (signedAt < signer.ValidFrom)
        {
            findings.Invalid("certificate-not-yet-valid", signer.Name, Day(signer.ValidFrom), Day(signedAt));
        }
        else if (now > signer.ValidUntil)
        {
            // Only the signer's own word says that it was signed in time.
            findings.Indeterminate("certificate-expired-since", signer.Name, Day(signer.ValidUntil), Day(signedAt));
        }
    }

    // The chain is asked about a moment at which the certificate held, so that one fault is told once.
    private DateTimeOffset ChainInstant(Signer signer) =>
        now < signer.ValidFrom ? signer.ValidFrom : now > signer.ValidUntil ? signer.ValidUntil.AddSeconds(-1) : now;

    private static bool DeclaresQualified(X509Certificate2 certificate)
    {
        if (certificate.Extensions.FirstOrDefault(e => e.Oid?.Value == _declarations) is not { } extension)
        {
            return false;
        }

        try
        {
            var declarations = new AsnReader(extension.RawData, AsnEncodingRules.BER).ReadSequence();
            while (declarations.HasData)
            {
                if (declarations.ReadSequence().ReadObjectIdentifier() == _declaredQualified)
                {
                    return true;
                }
            }
        }
        catch (AsnContentException)
        {
            return false;
        }

        return false;
    }

    private static string Day(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _rome).ToString("yyyy-MM-dd");
}
