using System.Text;
using Networks.Data.Signing;
using Networks.Workflows.Signatures;
using Networks.Workflows.Tests.Support;
using static Networks.Workflows.Tests.Signatures.SigningDesk;

namespace Networks.Workflows.Tests.Signatures;

/// <summary>What openssl signs without complaint and the desk must not accept, each with its own reason.</summary>
public sealed class RefusedFormsTests(SigningDesk desk) : IClassFixture<SigningDesk>
{
    private static readonly string[] _cades = ["-cades", "-md", "sha256"];

    [Fact]
    public void Given_another_text_when_signed_then_different_document()
    {
        byte[] changed = [.. desk.Pdf[..^1], (byte)'x'];

        IsRefused("different-document", desk.Authority.Sign(changed, desk.RossiKey));
        IsRefused("different-document", desk.Authority.SignNested(changed, desk.RossiKey, desk.RossiKey));
    }

    [Fact]
    public void Given_the_text_itself_when_uploaded_then_it_is_told_that_nobody_signed() => IsRefused("unsigned-text", desk.Pdf);

    [Fact]
    public void Given_a_detached_signature_when_uploaded_then_refused() =>
        IsRefused("detached", desk.Authority.SignDetached(desk.Pdf, desk.RossiKey));

    [Fact]
    public void Given_no_signer_at_all_when_uploaded_then_refused()
    {
        var certificatesOnly = desk.Authority.Transform([], "crl2pkcs7", "-nocrl", "-certfile", desk.RossiKey.CertificatePath, "-outform", "DER");

        IsRefused("no-signers", certificatesOnly);
    }

    [Fact]
    public void Given_an_encrypted_envelope_when_uploaded_then_refused()
    {
        var encrypted = desk.Authority.Transform(
            desk.Pdf, "cms", "-encrypt", "-binary", "-aes256", "-outform", "DER", "-secretkey", new string('0', 64), "-secretkeyid", "01");

        IsRefused("encrypted", encrypted);
    }

    [Fact]
    public void Given_bytes_after_the_envelope_when_uploaded_then_refused()
    {
        var signed = desk.Authority.Sign(desk.Pdf, desk.RossiKey);
        var streamed = desk.Authority.Sign(desk.Pdf, [.. _cades, "-stream"], [], desk.RossiKey);

        IsRefused("trailing-bytes", [.. signed, 0]);
        IsRefused("trailing-bytes", [.. signed, .. signed]);
        IsRefused("trailing-bytes", [.. streamed, .. "\r\n"u8]);
        IsRefused("trailing-bytes", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. signed, 1, 2, 3])));
        IsRefused("trailing-bytes", desk.Authority.Sign([.. signed, 0], desk.RossiKey));
    }

    [Fact]
    public void Given_no_signed_attributes_when_uploaded_then_refused() =>
        IsRefused("no-signed-attributes", desk.Authority.Sign(desk.Pdf, ["-noattr", "-md", "sha256"], [], desk.RossiKey));

    [Fact]
    public void Given_no_reference_to_the_certificate_when_uploaded_then_refused() =>
        IsRefused("signing-certificate-missing", desk.Authority.Sign(desk.Pdf, ["-md", "sha256"], [], desk.RossiKey));

    [Fact]
    public void Given_an_old_digest_when_uploaded_then_refused()
    {
        IsRefused("weak-digest", desk.Authority.Sign(desk.Pdf, ["-cades", "-md", "sha1"], [], desk.RossiKey));
        IsRefused("weak-digest", desk.Authority.Sign(desk.Pdf, ["-md", "md5"], [], Shaped(new() { Subject = Subject(), Key = SignerKey.Rsa2048 })));
    }

    [Fact]
    public void Given_a_short_key_when_uploaded_then_refused() =>
        IsRefused("weak-key", desk.Authority.Sign(desk.Pdf, Shaped(new() { Subject = Subject(), Key = SignerKey.Rsa1024 })));

    [Fact]
    public void Given_a_certificate_for_logging_in_when_uploaded_then_refused() =>
        IsRefused("not-for-signing", desk.Authority.Sign(desk.Pdf, Shaped(new() { Subject = Subject(), KeyUsage = "digitalSignature" })));

    [Fact]
    public void Given_no_certificate_in_the_file_when_uploaded_then_refused() =>
        IsRefused("certificate-missing", desk.Authority.Sign(desk.Pdf, [.. _cades, "-nocerts"], [], desk.RossiKey));

    [Fact]
    public void Given_an_expired_certificate_when_signed_then_refused_with_both_days()
    {
        var expired = Shaped(new() { Subject = Subject(), From = "20200101000000Z", Until = "20210630120000Z" });
        var report = IsRefused("certificate-expired", desk.Authority.Sign(desk.Pdf, expired));

        Assert.Equal("2021-06-30", report.Findings.Single(f => f.Code == "certificate-expired").Values[1]);
        Assert.Contains("30/06/2021", Sentences(report, Common.Words.Italian).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_certificate_of_the_future_when_signed_then_refused() =>
        IsRefused("certificate-not-yet-valid", desk.Authority.Sign(desk.Pdf, Shaped(new() { Subject = Subject(), From = "20900101000000Z" })));

    [Fact]
    public void Given_another_person_when_signed_then_both_are_named()
    {
        var report = IsRefused("wrong-person", desk.Authority.Sign(desk.Pdf, desk.BianchiKey));

        Assert.Equal(
            "Firma non valida. Ha firmato Laura Bianchi (BNCLRA85D52F205X), mentre si attende la firma di Mario Rossi (RSSMRA80A01H501U). "
            + "Faccia firmare la persona attesa oppure, se il legale rappresentante è cambiato, aggiorni prima i dati dell’impresa.",
            Sentences(report, Common.Words.Italian).First());
    }

    [Fact]
    public void Given_a_forged_issuer_with_the_authority_s_name_when_signed_then_not_valid()
    {
        using var impostor = new TestAuthority();
        var report = desk.Verify(impostor.Sign(desk.Pdf, impostor.Signer(RossiCode, "Mario Rossi")));

        Assert.NotEqual(SignatureVerdict.Valid, report.Verdict);
    }

    [Fact]
    public void Given_a_changed_byte_of_the_text_when_uploaded_then_refused_for_text_and_signature()
    {
        var signed = desk.Authority.Sign(desk.Pdf, desk.RossiKey);
        signed[signed.AsSpan().IndexOf("contratto"u8)] ^= 0x20;

        Assert.Equal(["different-document", "signature-wrong"], Reasons(desk.Verify(signed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("ciao, ecco il contratto firmato")]
    [InlineData("PK\u0003\u0004 un archivio")]
    [InlineData("-----BEGIN PKCS7-----\nMII\n-----END PKCS7-----")]
    [InlineData("-----BEGIN PKCS7-----")]
    public void Given_no_envelope_when_uploaded_then_refused_in_words(string text) =>
        IsRefused(text.Length == 0 ? "empty" : "not-an-envelope", Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Given_a_file_over_the_limit_when_uploaded_then_refused_unread()
    {
        var verifier = new SignatureVerifier(desk.Trust, new SignatureLimits { MaxBytes = 1024 * 1024 }, TimeProvider.System);

        Assert.Equal(["too-large"], Reasons(verifier.Verify(new byte[(1024 * 1024) + 1], desk.Awaited())));
    }

    [Fact]
    public void Given_more_signers_than_the_limit_when_uploaded_then_refused()
    {
        var verifier = new SignatureVerifier(desk.Trust, new SignatureLimits { MaxSigners = 1 }, TimeProvider.System);

        Assert.Equal(["too-many-signers"], Reasons(verifier.Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey, desk.BianchiKey), desk.Awaited())));
    }

    private static string Subject() => $"/C=IT/serialNumber=TINIT-{RossiCode}/CN=Mario Rossi";

    private TestSigner Shaped(TestSignerShape shape) => desk.Authority.Signer(shape);

    private SignatureReport IsRefused(string code, byte[] upload)
    {
        var report = desk.Verify(upload);
        Assert.Equal(SignatureVerdict.Invalid, report.Verdict);
        Assert.Contains(code, Reasons(report));
        Assert.All(Common.Words.Languages, language => Assert.DoesNotContain("[signatures.", string.Join(' ', Sentences(report, language)), StringComparison.Ordinal));
        return report;
    }
}
