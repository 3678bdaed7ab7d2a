using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Networks.Data.Signing;
using Networks.Workflows.Signatures;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Signatures;

/// <summary>One authority, three invented signers and a frozen text, made once for all tests of a class.</summary>
public sealed class SigningDesk : IDisposable
{
    public const string RossiCode = "RSSMRA80A01H501U";
    public const string BianchiCode = "BNCLRA85D52F205X";

    public static readonly ExpectedSigner Rossi = new(RossiCode, "Mario Rossi");
    public static readonly ExpectedSigner Bianchi = new(BianchiCode, "Laura Bianchi");

    public TestAuthority Authority { get; } = new();

    public TestSigner RossiKey { get; }

    public TestSigner BianchiKey { get; }

    public byte[] Pdf { get; } = Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("contratto di rete\n", 400)) + "%%EOF\n");

    public SignatureTrust Trust { get; }

    public SigningDesk()
    {
        RossiKey = Authority.Signer(RossiCode, "Mario Rossi");
        BianchiKey = Authority.Signer(BianchiCode, "Laura Bianchi");
        Trust = new SignatureTrust([X509Certificate2.CreateFromPem(Authority.AnchorPem)], []);
    }

    public SignatureReport Verify(byte[] upload, params ExpectedSigner[] expected) =>
        new SignatureVerifier(Trust, SignatureLimits.Default, TimeProvider.System).Verify(upload, Awaited(expected));

    /// <summary>The frozen text, awaited from the given persons; from Mario Rossi where none is given.</summary>
    public AwaitedSignature Awaited(params ExpectedSigner[] expected) => AwaitedSignature.Over(Pdf, expected.Length == 0 ? [Rossi] : expected);

    /// <summary>The findings that made the verdict, without notes: what a test is about.</summary>
    public static string[] Reasons(SignatureReport report) =>
        [.. report.Findings.Where(f => f.Verdict != SignatureVerdict.Valid).Select(f => f.Code)];

    public static string[] Notes(SignatureReport report) => [.. report.Notes.Select(f => f.Code)];

    /// <summary>Every sentence of a report in one language.</summary>
    public static IEnumerable<string> Sentences(SignatureReport report, CultureInfo language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language;
        try
        {
            return [report.Summary, .. report.Findings.Select(f => f.Text)];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public void Dispose() => Authority.Dispose();
}

/// <summary>The system's clock, moved: openssl signs at the real time, so the checker's clock is what moves.</summary>
internal sealed class MovedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
