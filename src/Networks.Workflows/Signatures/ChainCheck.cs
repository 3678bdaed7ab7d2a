using System.Security.Cryptography.X509Certificates;
using Networks.Data.Signing;

namespace Networks.Workflows.Signatures;

/// <summary>Whether a certificate leads to a configured anchor. Nothing is downloaded and the machine's own list is not read.</summary>
internal static class ChainCheck
{
    public static void Check(
        X509Certificate2 certificate,
        X509Certificate2Collection carried,
        SignatureTrust trust,
        DateTimeOffset at,
        Signer signer,
        Findings findings)
    {
        if (trust.Anchors.Count == 0)
        {
            findings.Indeterminate("no-anchors");
            return;
        }

        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(trust.Anchors.ToArray());
        policy.ExtraStore.AddRange(trust.Intermediates.ToArray());
        policy.ExtraStore.AddRange(carried);
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = at.UtcDateTime;
        policy.VerificationTimeIgnored = false;

        var built = chain.Build(certificate);
        var found = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        Judge(built, found, chain, trust, signer, findings);
    }

    // A list of what is good, never "nothing bad was reported": an unknown status falls through to invalid.
    private static void Judge(bool built, X509ChainStatusFlags found, X509Chain chain, SignatureTrust trust, Signer signer, Findings findings)
    {
        const X509ChainStatusFlags unknownIssuer = X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;
        if (built && found == X509ChainStatusFlags.NoError && EndsInAnchor(chain, trust))
        {
            var verdict = trust.Revocation switch
            {
                RevocationPolicy.NotCheckedIsNoted => SignatureVerdict.Valid,
                RevocationPolicy.NotCheckedIsIndeterminate => SignatureVerdict.Indeterminate,
            };
            findings.Add(verdict, "revocation-not-checked");
        }
        else if ((found & ~unknownIssuer) == X509ChainStatusFlags.NoError)
        {
            findings.Indeterminate("issuer-unknown", signer.Name, signer.Issuer);
        }
        else if ((found & ~(unknownIssuer | X509ChainStatusFlags.NotTimeValid)) == X509ChainStatusFlags.NoError)
        {
            findings.Indeterminate("issuer-expired", signer.Name, signer.Issuer);
        }
        else
        {
            findings.Invalid("chain-broken", signer.Name, signer.Issuer, found.ToString());
        }
    }

    private static bool EndsInAnchor(X509Chain chain, SignatureTrust trust) =>
        chain.ChainElements is [.., var last]
        && trust.Anchors.Any(anchor => anchor.RawDataMemory.Span.SequenceEqual(last.Certificate.RawDataMemory.Span));
}
