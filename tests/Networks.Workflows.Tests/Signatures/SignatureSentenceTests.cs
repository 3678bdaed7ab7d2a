using System.Text.RegularExpressions;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Signatures;

public sealed partial class SignatureSentenceTests
{
    private static readonly string[] _codes =
    [
        "summary-valid", "summary-invalid", "summary-indeterminate", "summary-not-checked", "too-large", "empty", "unsigned-text",
        "pdf-not-checked", "not-an-envelope", "encrypted", "timestamp-container", "damaged", "trailing-bytes", "too-deep", "detached",
        "no-signers", "too-many-signers", "different-document", "forged-content", "certificate-missing", "certificate-ambiguous",
        "no-signed-attributes", "attributes-incomplete", "signing-certificate-missing", "signing-certificate-differs", "weak-digest",
        "unknown-algorithm", "weak-key", "signature-wrong", "not-for-signing", "not-declared-qualified", "certificate-expired",
        "certificate-not-yet-valid", "certificate-expired-since", "no-claimed-time", "claimed-in-future", "timestamp-not-read",
        "countersignature-not-read", "no-anchors", "issuer-unknown", "issuer-expired", "chain-broken", "revocation-not-checked",
        "wrong-person", "no-tax-code", "tax-code-unreadable", "nobody-expected", "other-signers", "signed-twice", "not-signed-here",
        "anchor-file-missing", "anchor-file-unreadable", "anchor-file-not-pem", "anchor-file-with-key", "anchor-files-without-root",
    ];

    public static TheoryData<string> Codes => [.. _codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Given_a_code_then_each_language_has_a_sentence_with_the_same_values(string code)
    {
        var italian = Words.In(Words.Italian, $"signatures.{code}");

        Assert.All(Words.Languages, language => Assert.True(Words.Has(language, $"signatures.{code}")));
        Assert.All(Words.Languages, language =>
            Assert.Equal(Placeholders(italian), Placeholders(Words.In(language, $"signatures.{code}"))));
        Assert.Equal(3, Words.Languages.Select(l => Words.In(l, $"signatures.{code}")).Distinct().Count());
    }

    private static string[] Placeholders(string sentence) => [.. Placeholder().Matches(sentence).Select(m => m.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
