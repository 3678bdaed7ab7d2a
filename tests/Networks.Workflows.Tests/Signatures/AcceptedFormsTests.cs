using System.Text;
using Networks.Data.Signing;
using Networks.Workflows.Signatures;
using Networks.Workflows.Tests.Support;
using static Networks.Workflows.Tests.Signatures.SigningDesk;

namespace Networks.Workflows.Tests.Signatures;

/// <summary>The forms in which honest signing programs write a signed file.</summary>
public sealed class AcceptedFormsTests(SigningDesk desk) : IClassFixture<SigningDesk>
{
    [Fact]
    public void Given_one_signer_when_checked_then_valid_with_the_facts_of_the_certificate()
    {
        var report = desk.Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey));

        Assert.Empty(Reasons(report));
        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal(["revocation-not-checked"], Notes(report));
        Assert.Equal([RossiCode], report.SignedTaxCodes);
        Assert.Equal((1, SignedEnvelopeHash(desk.Pdf)), (report.Depth, report.ContentSha256));
        var signer = Assert.Single(report.Signers);
        Assert.Equal((1, "Mario Rossi", RossiCode, $"TINIT-{RossiCode}", "Autorità di prova"),
            (signer.Layer, signer.Name, signer.TaxCode, signer.SubjectSerial, signer.Issuer));
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), signer.ValidFrom);
        Assert.InRange(signer.ClaimedAt!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-10), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public void Given_parallel_signers_when_both_are_expected_then_both_are_counted()
    {
        var report = desk.Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey, desk.BianchiKey), Rossi, Bianchi);

        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal([BianchiCode, RossiCode], report.SignedTaxCodes.Order());
    }

    [Fact]
    public void Given_nested_envelopes_when_checked_then_each_layer_has_its_signer()
    {
        var report = desk.Verify(desk.Authority.SignNested(desk.Pdf, desk.RossiKey, desk.BianchiKey), Rossi, Bianchi);

        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal(2, report.Depth);
        Assert.Equal([(1, BianchiCode), (2, RossiCode)], report.Signers.Select(s => (s.Layer, s.TaxCode!)));
    }

    [Fact]
    public void Given_eight_layers_when_checked_then_valid_and_nine_are_refused()
    {
        var eight = desk.Authority.SignNested(desk.Pdf, [.. Enumerable.Repeat(desk.RossiKey, 8)]);

        Assert.Equal((SignatureVerdict.Valid, 8), (desk.Verify(eight).Verdict, desk.Verify(eight).Depth));
        Assert.Equal(["too-deep"], Reasons(desk.Verify(desk.Authority.Sign(eight, desk.RossiKey))));
    }

    [Fact]
    public void Given_base64_or_pem_text_when_checked_then_valid()
    {
        var binary = desk.Authority.Sign(desk.Pdf, desk.RossiKey);
        var lines = Convert.ToBase64String(binary, Base64FormattingOptions.InsertLineBreaks);
        string[] texts =
        [
            Convert.ToBase64String(binary),
            lines + "\r\n",
            "\uFEFF" + lines,
            "-----BEGIN CMS-----\n" + lines + "\n-----END CMS-----\n",
            "-----BEGIN PKCS7-----\r\n" + lines + "\r\n-----END PKCS7-----",
        ];

        Assert.All(texts, text => Assert.Equal(SignatureVerdict.Valid, desk.Verify(Encoding.UTF8.GetBytes(text)).Verdict));
    }

    [Fact]
    public void Given_an_inner_envelope_in_base64_when_checked_then_it_is_opened_too()
    {
        var inner = Encoding.ASCII.GetBytes(Convert.ToBase64String(desk.Authority.Sign(desk.Pdf, desk.RossiKey)));
        var report = desk.Verify(desk.Authority.Sign(inner, desk.RossiKey));

        Assert.Equal((SignatureVerdict.Valid, 2), (report.Verdict, report.Depth));
    }

    [Fact]
    public void Given_indefinite_lengths_when_checked_then_valid()
    {
        var streamed = desk.Authority.Sign(desk.Pdf, ["-cades", "-md", "sha256", "-stream"], [], desk.RossiKey);

        Assert.Equal(0x80, streamed[1]);
        Assert.Equal(SignatureVerdict.Valid, desk.Verify(streamed).Verdict);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public void Given_rsa_with_either_padding_when_checked_then_valid(string digest)
    {
        var rsa = desk.Authority.Signer(new TestSignerShape { Subject = $"/C=IT/serialNumber=TINIT-{RossiCode}/CN=Mario Rossi", Key = SignerKey.Rsa2048 });

        Assert.Empty(Reasons(desk.Verify(desk.Authority.Sign(desk.Pdf, ["-cades", "-md", digest], [], rsa))));
        Assert.Empty(Reasons(desk.Verify(
            desk.Authority.Sign(desk.Pdf, ["-cades", "-md", digest], ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:-1"], rsa))));
    }

    [Fact]
    public void Given_a_signer_named_by_key_identifier_when_checked_then_valid()
    {
        var report = desk.Verify(desk.Authority.Sign(desk.Pdf, ["-cades", "-md", "sha256", "-keyid"], [], desk.RossiKey));

        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
    }

    [Fact]
    public void Given_a_pdf_when_checked_then_it_is_kept_as_not_checked()
    {
        byte[] signedPdf = [.. desk.Pdf, .. "/ByteRange [0 1 2 3]"u8];
        var report = desk.Verify(signedPdf);

        Assert.Equal(SignatureVerdict.NotChecked, report.Verdict);
        Assert.Equal(["pdf-not-checked"], Reasons(report));
        Assert.Equal(SignedEnvelopeHash(signedPdf), report.UploadSha256);
    }

    [Fact]
    public void Given_a_report_when_stored_and_read_then_it_says_the_same()
    {
        var report = desk.Verify(desk.Authority.Sign(desk.Pdf, desk.BianchiKey));
        var read = SignatureReport.FromJson(report.ToJson());

        Assert.Contains("\"verdict\":\"Invalid\"", report.ToJson(), StringComparison.Ordinal);
        Assert.Equal(report.ToJson(), read.ToJson());
        Assert.Equal(report.Summary, read.Summary);
    }

    private static string SignedEnvelopeHash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
