using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Networks.Web.Commands.DemoSigning;

/// <summary>
/// A certification authority that lives as long as the demo's process: it makes signed files of invented persons, so
/// that the demo needs neither openssl nor a smart card. Nothing of it is trusted outside the demo.
/// </summary>
/// <remarks>CAdES-BES (ETSI EN 319 122-1) with ECDSA on P-256; keys are made anew, so two runs give different bytes.</remarks>
internal sealed class DemoAuthority : IDisposable
{
    private const int _validYears = 30;

    private readonly TimeProvider _clock;
    private readonly X509Certificate2 _certificate;

    /// <param name="clock">Its instant is the claimed time of each signature; certificates hold thirty years around the first.</param>
    /// <param name="name">Of its certificate; two authorities that are believed at once need two names.</param>
    public DemoAuthority(TimeProvider clock, string name = "Certificatore dimostrativo")
    {
        _clock = clock;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Name(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = request.CreateSelfSigned(clock.GetUtcNow().AddYears(-_validYears), clock.GetUtcNow().AddYears(_validYears));
    }

    /// <summary>The anchor for the demo's verifier, in the form in which configuration names it.</summary>
    public string AnchorPem => _certificate.ExportCertificatePem();

    /// <summary>A certificate with the person's tax code, for signing only, that declares itself qualified.</summary>
    public DemoSigner Signer(string taxCode, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Name(name, taxCode), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509Extension("1.3.6.1.5.5.7.1.3", DeclaredQualified(), critical: false));
        using var issued = request.Create(_certificate, _certificate.NotBefore, _certificate.NotAfter, SerialNumber());
        return new DemoSigner(issued.CopyWithPrivateKey(key));
    }

    /// <summary>A <c>.p7m</c> with the content in it, signed in parallel by all, at the clock's instant.</summary>
    public byte[] Sign(byte[] content, params IReadOnlyList<DemoSigner> signers)
    {
        var envelope = new SignedCms(new ContentInfo(content));
        foreach (var signer in signers)
        {
            var cms = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer.Certificate)
            {
                DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
                IncludeOption = X509IncludeOption.EndCertOnly,
            };
            cms.SignedAttributes.Add(new Pkcs9SigningTime(_clock.GetUtcNow().UtcDateTime));
            cms.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), SigningCertificate(signer.Certificate)));
            envelope.ComputeSignature(cms);
        }

        return envelope.Encode();
    }

    public void Dispose() => _certificate.Dispose();

    private static X500DistinguishedName Name(string commonName, string? taxCode = null)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("IT");
        if (taxCode is not null)
        {
            name.Add("2.5.4.5", $"TINIT-{taxCode}", UniversalTagNumber.PrintableString);
        }

        name.AddCommonName(commonName);
        return name.Build();
    }

    // A positive number of 128 bits: the first byte keeps the sign bit clear.
    private static byte[] SerialNumber() => [0x10, .. RandomNumberGenerator.GetBytes(15)];

    private static byte[] DeclaredQualified()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("0.4.0.1862.1.1");
        }

        return writer.Encode();
    }

    // SigningCertificateV2 of RFC 5035 with SHA-256, which is the default and therefore not written.
    private static byte[] SigningCertificate(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}

/// <summary>An invented person's certificate with its key.</summary>
internal sealed record DemoSigner(X509Certificate2 Certificate) : IDisposable
{
    public void Dispose() => Certificate.Dispose();
}
