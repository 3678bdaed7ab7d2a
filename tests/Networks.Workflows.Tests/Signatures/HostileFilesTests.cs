using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Networks.Data.Signing;
using Networks.Workflows.Signatures;
using static Networks.Workflows.Tests.Signatures.SigningDesk;

namespace Networks.Workflows.Tests.Signatures;

/// <summary>Files made to deceive or to break: no exception, no hang, never valid.</summary>
public sealed class HostileFilesTests(SigningDesk desk) : IClassFixture<SigningDesk>
{
    [Fact]
    public void Given_a_content_made_of_a_real_signature_s_attributes_when_checked_then_refused()
    {
        var forged = HandMadeEnvelope.ForgedFrom(desk.Authority.Sign(desk.Pdf, desk.RossiKey));
        var believed = new SignedCms();
        believed.Decode(forged);

        // The framework's own check finds nothing wrong: that is what makes the forgery one.
        believed.CheckSignature(verifySignatureOnly: true);
        var content = believed.ContentInfo.Content;
        var report = new SignatureVerifier(desk.Trust, SignatureLimits.Default, TimeProvider.System)
            .Verify(forged, AwaitedSignature.Over(content, Rossi));

        Assert.Equal(["forged-content", "no-signed-attributes"], Reasons(report));
        Assert.Equal(["different-document", "forged-content", "no-signed-attributes"], Reasons(desk.Verify(forged)));
    }

    [Fact]
    public void Given_a_reference_to_another_certificate_when_checked_then_refused()
    {
        using var bianchi = X509Certificate2.CreateFromPem(File.ReadAllText(desk.BianchiKey.CertificatePath));
        using var rossi = X509Certificate2.CreateFromPem(File.ReadAllText(desk.RossiKey.CertificatePath));

        Assert.Empty(Reasons(desk.Verify(HandMadeEnvelope.ReferringTo(rossi, desk.Pdf, desk.RossiKey))));
        Assert.Equal(["signing-certificate-differs"], Reasons(desk.Verify(HandMadeEnvelope.ReferringTo(bianchi, desk.Pdf, desk.RossiKey))));
        Assert.Equal(["signing-certificate-missing"], Reasons(desk.Verify(HandMadeEnvelope.ReferringTo(rossi, desk.Pdf, desk.RossiKey, references: 2))));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(40_000)]
    [InlineData(4_000_000)]
    public void Given_deep_nesting_when_checked_then_refused(int depth) =>
        Assert.Equal(["damaged"], Reasons(desk.Verify(HandMadeEnvelope.Nested(depth))));

    [Fact]
    public void Given_two_certificates_that_answer_to_the_same_name_when_checked_then_refused()
    {
        using var real = X509Certificate2.CreateFromPem(File.ReadAllText(desk.RossiKey.CertificatePath));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var twin = new CertificateRequest(real.SubjectName, key, HashAlgorithmName.SHA256).Create(
            real.IssuerName, X509SignatureGenerator.CreateForECDsa(key), real.NotBefore, real.NotAfter, real.SerialNumberBytes.Span);
        var cms = new SignedCms();
        cms.Decode(desk.Authority.Sign(desk.Pdf, desk.RossiKey));
        cms.AddCertificate(twin);

        Assert.Contains("certificate-ambiguous", Reasons(desk.Verify(cms.Encode())));
    }

    [Fact]
    public void Given_a_file_cut_anywhere_when_checked_then_never_valid()
    {
        var signed = desk.Authority.Sign(desk.Pdf, desk.RossiKey);

        Assert.All(
            Enumerable.Range(0, 200).Select(i => signed.Length * i / 200),
            length => Assert.Equal(SignatureVerdict.Invalid, desk.Verify(signed[..length]).Verdict));
    }

    /// <summary>A changed byte may stand where nothing is signed (a certificate's neighbour, a length written longer); then all that is signed must still hold.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Given_changed_bytes_when_checked_then_valid_only_with_the_same_text_and_a_signature_that_openssl_accepts(int seed, bool streamed)
    {
        string[] arguments = streamed ? ["-cades", "-md", "sha256", "-stream"] : ["-cades", "-md", "sha256"];
        var signed = desk.Authority.Sign("%PDF-1.7 breve"u8.ToArray(), arguments, [], desk.RossiKey, desk.BianchiKey);
        var verifier = new SignatureVerifier(desk.Trust, SignatureLimits.Default, TimeProvider.System);
        var awaited = AwaitedSignature.Over("%PDF-1.7 breve"u8, Rossi, Bianchi);
        var random = new Random(seed);
        var verdicts = new Dictionary<SignatureVerdict, int>();
        Assert.Equal(SignatureVerdict.Valid, verifier.Verify(signed, awaited).Verdict);

        for (var i = 0; i < 3000; i++)
        {
            var mutant = Mutated(signed, random);
            var verdict = verifier.Verify(mutant, awaited).Verdict;
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
            if (verdict == SignatureVerdict.Valid && !mutant.SequenceEqual(signed))
            {
                var content = desk.Authority.TryTransform(mutant, "cms", "-verify", "-cades", "-inform", "DER", "-binary", "-CAfile", desk.Authority.AnchorPath, "-purpose", "any");
                Assert.Equal("%PDF-1.7 breve"u8.ToArray(), content);
            }
        }

        Assert.InRange(verdicts[SignatureVerdict.Invalid], 2500, 3000);
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }
}
