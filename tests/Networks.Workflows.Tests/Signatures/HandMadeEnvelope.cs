using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Signatures;

/// <summary>Envelopes that no signing program makes: built from parts of real ones.</summary>
internal static class HandMadeEnvelope
{
    private static readonly Asn1Tag _context0 = new(TagClass.ContextSpecific, 0);

    /// <summary>
    /// The known forgery: the signed attributes of a real signature become the content, and the same signature value
    /// then holds for a message without signed attributes.
    /// </summary>
    public static byte[] ForgedFrom(byte[] signed)
    {
        var original = new SignedCms();
        original.Decode(signed);
        var signer = original.SignerInfos[0];
        var attributes = new AsnWriter(AsnEncodingRules.DER);
        using (attributes.PushSetOf())
        {
            foreach (CryptographicAttributeObject attribute in signer.SignedAttributes)
            {
                using (attributes.PushSequence())
                {
                    attributes.WriteObjectIdentifier(attribute.Oid.Value!);
                    using (attributes.PushSetOf())
                    {
                        attributes.WriteEncodedValue(attribute.Values[0].RawData);
                    }
                }
            }
        }

        return Envelope(attributes.Encode(), signer.Certificate!, signer.SignatureAlgorithm.Value!, signer.GetSignature());
    }

    /// <summary>A signature whose protected reference names the certificate that the caller chooses.</summary>
    public static byte[] ReferringTo(X509Certificate2 named, byte[] content, TestSigner signer, int references = 1)
    {
        using var certificate = X509Certificate2.CreateFromPemFile(signer.CertificatePath, signer.KeyPath);
        var cms = new SignedCms(new ContentInfo(content));
        var cmsSigner = new CmsSigner(certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        for (var i = 0; i < references; i++)
        {
            cmsSigner.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), Reference(named)));
        }

        cms.ComputeSignature(cmsSigner);
        return cms.Encode();
    }

    /// <summary>A sequence in a sequence in a sequence, with the name of a signed message at the top.</summary>
    public static byte[] Nested(int depth)
    {
        byte[] start = [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
        return [.. start, .. Enumerable.Repeat((byte[])[0xA0, 0x80], depth).SelectMany(b => b), .. new byte[2 * (depth + 1)]];
    }

    private static byte[] Reference(X509Certificate2 named)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(named.RawData));
        }

        return writer.Encode();
    }

    private static byte[] Envelope(byte[] content, X509Certificate2 certificate, string signatureAlgorithm, ReadOnlyMemory<byte> signature)
    {
        var w = new AsnWriter(AsnEncodingRules.DER);
        using (w.PushSequence())
        {
            w.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (w.PushSequence(_context0))
            using (w.PushSequence())
            {
                w.WriteInteger(1);
                using (w.PushSetOf())
                {
                    Algorithm(w, "2.16.840.1.101.3.4.2.1");
                }

                using (w.PushSequence())
                {
                    w.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    using (w.PushSequence(_context0))
                    {
                        w.WriteOctetString(content);
                    }
                }

                using (w.PushSetOf(_context0))
                {
                    w.WriteEncodedValue(certificate.RawData);
                }

                using (w.PushSetOf())
                using (w.PushSequence())
                {
                    w.WriteInteger(1);
                    using (w.PushSequence())
                    {
                        w.WriteEncodedValue(certificate.IssuerName.RawData);
                        w.WriteInteger(certificate.SerialNumberBytes.Span);
                    }

                    Algorithm(w, "2.16.840.1.101.3.4.2.1");
                    Algorithm(w, signatureAlgorithm);
                    w.WriteOctetString(signature.Span);
                }
            }
        }

        return w.Encode();
    }

    private static void Algorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }
}
