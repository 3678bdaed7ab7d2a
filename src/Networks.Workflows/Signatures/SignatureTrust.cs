using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Networks.Workflows.Signatures;

/// <summary>What a check without revocation lists may end in.</summary>
public enum RevocationPolicy
{
    /// <summary>The verdict stays valid, with a note that withdrawn certificates were not looked for.</summary>
    NotCheckedIsNoted,

    /// <summary>Every such signature is indeterminate, so that a person decides.</summary>
    NotCheckedIsIndeterminate,
}

/// <summary>Whose certificates are believed: nothing outside this list is, whatever the machine trusts.</summary>
/// <param name="Anchors">Self-issued certificates of certification authorities. Empty: every verdict is at best indeterminate.</param>
/// <param name="Intermediates">Certificates that help to find the way to an anchor and prove nothing by themselves.</param>
public sealed record SignatureTrust(IReadOnlyList<X509Certificate2> Anchors, IReadOnlyList<X509Certificate2> Intermediates)
{
    public static readonly SignatureTrust None = new([], []);

    public RevocationPolicy Revocation { get; init; } = RevocationPolicy.NotCheckedIsNoted;
}

/// <summary>How much of an upload is read before it is refused.</summary>
public sealed record SignatureLimits
{
    public static readonly SignatureLimits Default = new();

    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Envelopes inside each other.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>Signatures in one envelope; certificates may be five times as many.</summary>
    public int MaxSigners { get; init; } = 100;
}

/// <summary>A person whose signature is awaited.</summary>
/// <param name="TaxCode">Codice fiscale, 16 characters.</param>
/// <param name="DisplayName">How sentences call the person.</param>
public sealed record ExpectedSigner(string TaxCode, string DisplayName);

/// <summary>The text that may be signed and those who are to sign it.</summary>
/// <param name="ContentSha256">Hex of the frozen PDF's SHA-256, in either case.</param>
/// <param name="Signers">
/// Who may sign this upload. One of them is enough for the file; who is still missing is a note, because the firms'
/// files arrive one by one. Empty: nobody can be recognised and the verdict is at best indeterminate.
/// </param>
public sealed record AwaitedSignature(string ContentSha256, IReadOnlyList<ExpectedSigner> Signers)
{
    public static AwaitedSignature Over(ReadOnlySpan<byte> frozenPdf, params IReadOnlyList<ExpectedSigner> signers) =>
        new(Convert.ToHexStringLower(SHA256.HashData(frozenPdf)), signers);
}
