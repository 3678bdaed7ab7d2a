using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Networks.Workflows.Signatures;

/// <summary>
/// The signed attributes that a CAdES signature must carry. The framework's own check is content without any of them,
/// and with a content that was forged out of them.
/// </summary>
/// <remarks>ETSI EN 319 122-1 (CAdES baseline), RFC 5035 for the reference to the signing certificate.</remarks>
internal static class SigningAttributes
{
    private const string _contentType = "1.2.840.113549.1.9.3";
    private const string _messageDigest = "1.2.840.113549.1.9.4";
    private const string _signingTime = "1.2.840.113549.1.9.5";
    private const string _signingCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public static void Check(SignerInfo signer, SignedCms layer, X509Certificate2 certificate, string who, Findings findings)
    {
        if (signer.SignedAttributes.Count == 0)
        {
            findings.Invalid("no-signed-attributes", who);
            return;
        }

        if (Single(signer, _contentType) is not { } type || ReadOid(type) != layer.ContentInfo.ContentType.Value || Single(signer, _messageDigest) is null)
        {
            findings.Invalid("attributes-incomplete", who);
        }

        if (Single(signer, _signingCertificateV2) is not { } reference)
        {
            findings.Invalid("signing-certificate-missing", who);
        }
        else if (!RefersTo(reference, certificate))
        {
            findings.Invalid("signing-certificate-differs", who);
        }
    }

    /// <summary>What the signer's computer wrote as the time of signing; null where nothing readable is written.</summary>
    public static DateTimeOffset? ClaimedAt(SignerInfo signer)
    {
        if (Single(signer, _signingTime) is not { } encoded)
        {
            return null;
        }

        try
        {
            var reader = new AsnReader(encoded, AsnEncodingRules.BER);
            return reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a content is itself a set of signed attributes: a real signature can then be moved from the attributes
    /// of one file to the content of another.
    /// </summary>
    public static bool AreContent(byte[] content)
    {
        const byte set = 0x31;
        const byte sequence = 0x30;
        if (content is not [set, ..])
        {
            return false;
        }

        try
        {
            var attributes = new AsnReader(content, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
            return attributes.HasData && attributes.PeekEncodedValue().Span[0] == sequence
                && attributes.ReadSequence().PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    // Exactly one attribute with exactly one value: two would let each reader choose its own.
    private static byte[]? Single(SignerInfo signer, string oid)
    {
        var found = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == oid).ToList();
        return found is [{ Values: { Count: 1 } values }] ? values[0].RawData : null;
    }

    private static string? ReadOid(byte[] encoded)
    {
        try
        {
            return AsnDecoder.ReadObjectIdentifier(encoded, AsnEncodingRules.BER, out _);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static bool RefersTo(byte[] reference, X509Certificate2 certificate)
    {
        try
        {
            // SigningCertificateV2 > certs > the first ESSCertIDv2, which is the signer's.
            var first = new AsnReader(reference, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var digest = first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)
                ? DigestPolicy.Accepted(first.ReadSequence().ReadObjectIdentifier())
                : HashAlgorithmName.SHA256;
            return digest is { } name
                && first.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(name, certificate.RawData))
                && (!first.HasData || NamesSerial(first.ReadSequence(), certificate));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool NamesSerial(AsnReader issuerSerial, X509Certificate2 certificate)
    {
        issuerSerial.ReadSequence();
        return issuerSerial.ReadIntegerBytes().Span.SequenceEqual(certificate.SerialNumberBytes.Span);
    }
}
