using Networks.Data.Signing;
using Networks.Workflows.Signatures;
using Networks.Workflows.Tests.Support;
using static Networks.Workflows.Tests.Signatures.SigningDesk;

namespace Networks.Workflows.Tests.Signatures;

/// <summary>What a person has to decide, and what is only noted.</summary>
public sealed class UndecidedTests(SigningDesk desk) : IClassFixture<SigningDesk>
{
    [Fact]
    public void Given_an_unknown_authority_when_checked_then_indeterminate_and_it_is_named()
    {
        using var other = new TestAuthority("Certificatore sconosciuto");
        var report = desk.Verify(other.Sign(desk.Pdf, other.Signer(RossiCode, "Mario Rossi")));

        IsUndecided(report, "issuer-unknown");
        Assert.Contains("«Certificatore sconosciuto»", Sentences(report, Common.Words.Italian).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_self_issued_certificate_in_the_file_when_checked_then_it_is_no_anchor()
    {
        using var other = new TestAuthority("Certificatore sconosciuto");
        var signer = other.Signer(RossiCode, "Mario Rossi");
        var carried = other.Sign(desk.Pdf, ["-cades", "-md", "sha256", "-certfile", other.AnchorPath], [], signer);

        IsUndecided(desk.Verify(carried), "issuer-unknown");
    }

    [Fact]
    public void Given_no_anchor_configured_when_checked_then_indeterminate()
    {
        var report = new SignatureVerifier(SignatureTrust.None, SignatureLimits.Default, TimeProvider.System)
            .Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey), desk.Awaited());

        IsUndecided(report, "no-anchors");
    }

    [Fact]
    public void Given_a_strict_policy_on_revocation_when_checked_then_indeterminate()
    {
        var strict = desk.Trust with { Revocation = RevocationPolicy.NotCheckedIsIndeterminate };
        var report = new SignatureVerifier(strict, SignatureLimits.Default, TimeProvider.System)
            .Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey), desk.Awaited());

        IsUndecided(report, "revocation-not-checked");
    }

    [Fact]
    public void Given_a_certificate_that_expired_after_the_claimed_day_when_checked_then_indeterminate()
    {
        var until = TimeProvider.System.GetUtcNow().AddDays(30);
        var signer = desk.Authority.Signer(new TestSignerShape
        {
            Subject = $"/C=IT/serialNumber=TINIT-{RossiCode}/CN=Mario Rossi",
            Until = until.ToString("yyyyMMddHHmmss") + "Z",
        });
        var signed = desk.Authority.Sign(desk.Pdf, signer);

        Assert.Equal(SignatureVerdict.Valid, desk.Verify(signed).Verdict);
        IsUndecided(At(TimeSpan.FromDays(60), signed), "certificate-expired-since");
    }

    [Fact]
    public void Given_a_claimed_time_in_the_future_when_checked_then_noted()
    {
        var report = At(TimeSpan.FromDays(-3), desk.Authority.Sign(desk.Pdf, desk.RossiKey));

        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal(["claimed-in-future", "revocation-not-checked"], Notes(report));
    }

    [Theory]
    [InlineData("/C=IT/CN=Mario Rossi", "no-tax-code")]
    [InlineData("/C=IT/serialNumber=TINIT-RSSMRA80A01H501V/CN=Mario Rossi", "tax-code-unreadable")]
    [InlineData("/C=IT/serialNumber=IT:RSSMRA80A01H501U/CN=Mario Rossi", "tax-code-unreadable")]
    [InlineData("/C=FR/serialNumber=IDCFR-123456789/CN=Marie Roux", "tax-code-unreadable")]
    [InlineData("/C=IT/serialNumber=TINIT-RSSMRA80A01H501U/serialNumber=TINIT-BNCLRA85D52F205X/CN=Mario Rossi", "tax-code-unreadable")]
    public void Given_a_subject_without_a_right_tax_code_when_checked_then_indeterminate(string subject, string code)
    {
        var signer = desk.Authority.Signer(new TestSignerShape { Subject = subject });

        IsUndecided(desk.Verify(desk.Authority.Sign(desk.Pdf, signer)), code);
    }

    [Fact]
    public void Given_a_certificate_that_does_not_declare_itself_qualified_when_checked_then_indeterminate()
    {
        var signer = desk.Authority.Signer(new TestSignerShape
        {
            Subject = $"/C=IT/serialNumber=TINIT-{RossiCode}/CN=Mario Rossi",
            DeclaresQualified = false,
        });

        IsUndecided(desk.Verify(desk.Authority.Sign(desk.Pdf, signer)), "not-declared-qualified");
    }

    [Fact]
    public void Given_nobody_expected_when_checked_then_indeterminate()
    {
        var report = new SignatureVerifier(desk.Trust, SignatureLimits.Default, TimeProvider.System)
            .Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey), AwaitedSignature.Over(desk.Pdf));

        IsUndecided(report, "nobody-expected");
    }

    [Fact]
    public void Given_the_same_person_twice_when_checked_then_counted_once_and_noted()
    {
        var report = desk.Verify(desk.Authority.SignNested(desk.Pdf, desk.RossiKey, desk.RossiKey), Rossi, Bianchi);

        Assert.Equal([RossiCode], report.SignedTaxCodes);
        Assert.Equal(["revocation-not-checked", "signed-twice", "not-signed-here"], Notes(report));
    }

    [Fact]
    public void Given_more_signers_than_expected_when_checked_then_the_others_are_noted()
    {
        var report = desk.Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey, desk.BianchiKey));

        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal(["Laura Bianchi (BNCLRA85D52F205X)"], report.Findings.Single(f => f.Code == "other-signers").Values);
    }

    [Fact]
    public void Given_an_expected_code_in_small_letters_when_checked_then_it_is_the_same_person()
    {
        var report = desk.Verify(desk.Authority.Sign(desk.Pdf, desk.RossiKey), new ExpectedSigner(" rssmra80a01h501u ", "Mario Rossi"));

        Assert.Equal((SignatureVerdict.Valid, RossiCode), (report.Verdict, report.SignedTaxCodes.Single()));
    }

    private SignatureReport At(TimeSpan moved, byte[] signed) =>
        new SignatureVerifier(desk.Trust, SignatureLimits.Default, new MovedClock(moved)).Verify(signed, desk.Awaited());

    private static void IsUndecided(SignatureReport report, string code)
    {
        Assert.Equal([code], Reasons(report));
        Assert.Equal(SignatureVerdict.Indeterminate, report.Verdict);
    }
}
