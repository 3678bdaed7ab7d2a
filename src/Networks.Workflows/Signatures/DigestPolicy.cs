using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Networks.Workflows.Signatures;

/// <summary>Which digests, signature algorithms and key sizes are strong enough to be believed.</summary>
internal static class DigestPolicy
{
    private const int _minRsaBits = 2048;
    private const int _minCurveBits = 256;

    private static readonly Dictionary<string, string> _weak = new(StringComparer.Ordinal)
    {
        ["1.3.14.3.2.26"] = "SHA-1",
        ["1.2.840.113549.2.5"] = "MD5",
        ["1.2.840.113549.2.2"] = "MD2",
        ["2.16.840.1.101.3.4.2.4"] = "SHA-224",
    };

    // rsaEncryption, RSA-PSS and RSA with SHA-2; ECDSA with SHA-2.
    private static readonly HashSet<string> _signatures = new(StringComparer.Ordinal)
    {
        "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13",
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
    };

    /// <returns>The digest where it is SHA-256 or better; null for a weaker or unknown one.</returns>
    public static HashAlgorithmName? Accepted(string? oid) => oid switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <returns>Whether the mathematics of the signature are worth checking.</returns>
    public static bool Check(SignerInfo signer, X509Certificate2 certificate, string who, Findings findings)
    {
        var digest = signer.DigestAlgorithm.Value ?? "?";
        if (_weak.TryGetValue(digest, out var weak))
        {
            findings.Invalid("weak-digest", who, weak);
            return true;
        }

        if (Accepted(digest) is null)
        {
            findings.Indeterminate("unknown-algorithm", who, digest);
            return false;
        }

        if (!_signatures.Contains(signer.SignatureAlgorithm.Value ?? "?"))
        {
            findings.Indeterminate("unknown-algorithm", who, signer.SignatureAlgorithm.Value ?? "?");
            return false;
        }

        return CheckKey(certificate, who, findings);
    }

    private static bool CheckKey(X509Certificate2 certificate, string who, Findings findings)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        if (rsa is null && curve is null)
        {
            findings.Indeterminate("unknown-algorithm", who, certificate.GetKeyAlgorithm());
            return false;
        }

        var bits = rsa?.KeySize ?? curve!.KeySize;
        if (bits < (rsa is null ? _minCurveBits : _minRsaBits))
        {
            findings.Invalid("weak-key", who, bits.ToString());
        }

        return true;
    }
}
