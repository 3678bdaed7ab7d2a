using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;

namespace Networks.Workflows.Signatures;

/// <summary>
/// The digests that a signed message announces before its content. Nothing signs them and the framework steps over them,
/// yet other verifiers (those of the chambers too) refuse a signature whose digest was not announced.
/// </summary>
/// <remarks>RFC 5652 section 5.1.</remarks>
internal static class DeclaredDigests
{
    /// <exception cref="AsnContentException">The bytes are no signed message.</exception>
    public static bool CoverSigners(ReadOnlyMemory<byte> encoded, SignedCms layer)
    {
        var contentInfo = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        contentInfo.ReadObjectIdentifier();
        var message = contentInfo.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        message.ReadIntegerBytes();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var algorithms = message.ReadSetOf(skipSortOrderValidation: true);
        while (algorithms.HasData)
        {
            declared.Add(algorithms.ReadSequence().ReadObjectIdentifier());
        }

        return layer.SignerInfos.Cast<SignerInfo>().All(signer => declared.Contains(signer.DigestAlgorithm.Value ?? ""));
    }
}
