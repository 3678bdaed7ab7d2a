using System.Security.Cryptography.X509Certificates;
using Networks.Data.Signing;
using Networks.Web.Commands.DemoSigning;
using Networks.Workflows.Signatures;

namespace Networks.Web.Tests.Demo;

public sealed class DemoAuthorityTests : IDisposable
{
    private static readonly ExpectedSigner _rossi = new("RSSMRA80A01H501U", "Mario Rossi");
    private static readonly ExpectedSigner _bianchi = new("BNCLRA85D52F205X", "Laura Bianchi");

    private readonly DemoClock _clock = new(new DateTimeOffset(2024, 3, 5, 9, 30, 0, TimeSpan.Zero));
    private readonly byte[] _pdf = DemoPdf.Of("Contratto di rete", ["Le parti convengono quanto segue."]);
    private readonly DemoAuthority _authority;

    public DemoAuthorityTests() => _authority = new DemoAuthority(_clock);

    [Fact]
    public void Given_two_signers_when_the_file_is_checked_at_its_time_and_years_later_then_valid()
    {
        using var rossi = _authority.Signer(_rossi.TaxCode, _rossi.DisplayName);
        using var bianchi = _authority.Signer(_bianchi.TaxCode, _bianchi.DisplayName);
        var signed = _authority.Sign(_pdf, rossi, bianchi);

        var report = Verified(signed, _clock);

        Assert.Equal(SignatureVerdict.Valid, report.Verdict);
        Assert.Equal(["revocation-not-checked"], report.Findings.Select(f => f.Code));
        Assert.Equal([_bianchi.TaxCode, _rossi.TaxCode], report.SignedTaxCodes.Order());
        Assert.All(report.Signers, signer => Assert.Equal(_clock.Instant, signer.ClaimedAt));
        Assert.Equal(SignatureVerdict.Valid, Verified(signed, new DemoClock(_clock.Instant.AddYears(3))).Verdict);
    }

    [Fact]
    public void Given_the_clock_moved_when_signed_then_the_claimed_time_is_the_new_one()
    {
        using var rossi = _authority.Signer(_rossi.TaxCode, _rossi.DisplayName);
        _clock.Instant = _clock.Instant.AddDays(40);

        Assert.Equal(_clock.Instant, Assert.Single(Verified(_authority.Sign(_pdf, rossi), _clock).Signers).ClaimedAt);
    }

    [Fact]
    public void Given_another_authority_s_anchor_when_checked_then_not_valid()
    {
        using var other = new DemoAuthority(_clock);
        using var rossi = other.Signer(_rossi.TaxCode, _rossi.DisplayName);

        Assert.NotEqual(SignatureVerdict.Valid, Verified(other.Sign(_pdf, rossi), _clock).Verdict);
    }

    public void Dispose() => _authority.Dispose();

    private SignatureReport Verified(byte[] signed, TimeProvider clock)
    {
        using var anchor = X509Certificate2.CreateFromPem(_authority.AnchorPem);
        return new SignatureVerifier(new SignatureTrust([anchor], []), SignatureLimits.Default, clock)
            .Verify(signed, AwaitedSignature.Over(_pdf, _rossi, _bianchi));
    }

    private sealed class DemoClock(DateTimeOffset instant) : TimeProvider
    {
        public DateTimeOffset Instant { get; set; } = instant;

        public override DateTimeOffset GetUtcNow() => Instant;
    }
}
