using Networks.Workflows.Signatures;

namespace Networks.Workflows.Tests.Signatures;

public sealed class ReadAnchorsTests(SigningDesk desk) : IClassFixture<SigningDesk>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-anchors-").FullName;

    [Fact]
    public void Given_roots_and_others_when_read_then_only_self_issued_ones_are_anchors()
    {
        var both = Written("both.pem", desk.Authority.AnchorPem + File.ReadAllText(desk.RossiKey.CertificatePath));

        var trust = ReadAnchors.From([both], RevocationPolicy.NotCheckedIsIndeterminate).Value;

        Assert.Equal((1, 1, RevocationPolicy.NotCheckedIsIndeterminate), (trust.Anchors.Count, trust.Intermediates.Count, trust.Revocation));
        Assert.Equal("CN=Autorità di prova, O=Prova, C=IT", trust.Anchors[0].Subject);
    }

    [Fact]
    public void Given_no_path_when_read_then_no_anchor_and_no_refusal() => Assert.Empty(ReadAnchors.From([]).Value.Anchors);

    [Fact]
    public void Given_several_wrong_files_when_read_then_all_are_told_at_once()
    {
        string[] paths =
        [
            Path.Combine(_folder, "absent.pem"),
            Written("text.pem", "questo non è un certificato"),
            Written("broken.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"),
            Written("key.pem", File.ReadAllText(desk.RossiKey.KeyPath)),
            _folder,
            desk.Authority.AnchorPath,
        ];

        var refusal = ReadAnchors.From(paths).Refusal!;

        Assert.Equal(
            ["signatures.anchor-file-missing", "signatures.anchor-file-not-pem", "signatures.anchor-file-not-pem", "signatures.anchor-file-with-key", "signatures.anchor-file-unreadable"],
            refusal.All.Select(r => r.Code));
        Assert.Contains("absent.pem", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_no_self_issued_certificate_when_read_then_the_root_is_asked_for() =>
        Assert.Equal("signatures.anchor-files-without-root", ReadAnchors.From([desk.RossiKey.CertificatePath]).Refusal!.Code);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
