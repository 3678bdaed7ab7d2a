using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signatures;

/// <summary>Reads the configured trust anchors: PEM files of one or more certificates.</summary>
public static class ReadAnchors
{
    /// <summary>
    /// Self-issued certificates become anchors, the others help to find the way. No path at all is no mistake: then
    /// there is no anchor and verdicts are at best indeterminate.
    /// </summary>
    /// <remarks>
    /// Refused with <see cref="RefusalKind.Invalid"/>, every mistake at once: file missing or unreadable, no certificate
    /// in PEM form, a private key in the file, no self-issued certificate in all of them.
    /// </remarks>
    public static Result<SignatureTrust> From(IReadOnlyList<string> paths, RevocationPolicy revocation = RevocationPolicy.NotCheckedIsNoted)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var certificates = new X509Certificate2Collection();
        var refusals = paths.Select(path => Read(path, certificates)).OfType<Refusal>().ToList();
        var anchors = certificates.Where(IsSelfIssued).ToList();
        if (refusals.Count == 0 && paths.Count > 0 && anchors.Count == 0)
        {
            refusals.Add(Refused("anchor-files-without-root", string.Join(", ", paths)));
        }

        return Refusal.Together(refusals) is { } refused
            ? refused
            : new SignatureTrust(anchors, [.. certificates.Where(c => !IsSelfIssued(c))]) { Revocation = revocation };
    }

    private static Refusal? Read(string path, X509Certificate2Collection certificates)
    {
        try
        {
            var text = File.ReadAllText(path);
            if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            {
                return Refused("anchor-file-with-key", path);
            }

            var before = certificates.Count;
            certificates.ImportFromPem(text);
            return certificates.Count == before ? Refused("anchor-file-not-pem", path) : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            return Refused("anchor-file-missing", path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused("anchor-file-unreadable", path);
        }
        catch (CryptographicException)
        {
            return Refused("anchor-file-not-pem", path);
        }
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static Refusal Refused(string code, string value) => new(RefusalKind.Invalid, $"signatures.{code}", value);
}
