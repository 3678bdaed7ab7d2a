using System.Diagnostics;

namespace Networks.Workflows.Tests.Support;

/// <summary>
/// A certification authority of the tests, made and used by real <c>openssl</c> processes in a temporary folder.
/// Every person is invented. Needs no test framework, so that browser journeys can compile it in.
/// </summary>
/// <exception cref="InvalidOperationException">openssl is missing or refused; the message is what it said.</exception>
public sealed class TestAuthority : IDisposable
{
    /// <summary>Outlive every clock that a test sets.</summary>
    private const string _from = "20200101000000Z";
    private const string _until = "20990101000000Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-ca-").FullName;
    private int _made;

    public TestAuthority(string name = "Autorità di prova")
    {
        File.WriteAllText(Path("index.txt"), "");
        File.WriteAllText(Path("index.txt.attr"), "unique_subject = no\n");
        File.WriteAllText(Path("ca.cnf"), _configuration.Replace("{folder}", _folder, StringComparison.Ordinal));
        var subject = $"/C=IT/O=Prova/CN={name}";
        Key("ca", SignerKey.Ecdsa);
        Request("ca", subject);
        OpenSsl("ca", "-config", Path("ca.cnf"), "-batch", "-notext", "-selfsign", "-keyfile", Path("ca.key"), "-in", Path("ca.csr"),
            "-out", Path("ca.pem"), "-extensions", "authority", "-startdate", _from, "-enddate", _until, "-rand_serial", "-utf8");
    }

    /// <summary>The authority's own certificate, for the configuration of the verifier.</summary>
    public string AnchorPath => Path("ca.pem");

    public string AnchorPem => File.ReadAllText(AnchorPath);

    /// <summary>A certificate with <c>serialNumber=TINIT-</c>, non-repudiation and the declaration of a qualified one.</summary>
    /// <param name="taxCode">Written after <c>TINIT-</c> as it is, right or wrong.</param>
    public TestSigner Signer(string taxCode, string name) => Signer(new TestSignerShape { Subject = $"/C=IT/serialNumber=TINIT-{taxCode}/CN={name}" });

    public TestSigner Signer(TestSignerShape shape)
    {
        var name = Next("signer");
        Key(name, shape.Key);
        Request(name, shape.Subject);
        File.AppendAllText(Path("ca.cnf"), $"\n[{name}]\nkeyUsage = critical,{shape.KeyUsage}\nsubjectKeyIdentifier = hash\n"
            + (shape.DeclaresQualified ? "1.3.6.1.5.5.7.1.3 = ASN1:SEQUENCE:declarations\n" : ""));
        OpenSsl("ca", "-config", Path("ca.cnf"), "-batch", "-notext", "-cert", Path("ca.pem"), "-keyfile", Path("ca.key"),
            "-in", Path($"{name}.csr"), "-out", Path($"{name}.pem"), "-extensions", name,
            "-startdate", shape.From ?? _from, "-enddate", shape.Until ?? _until, "-rand_serial", "-utf8");
        return new TestSigner(Path($"{name}.pem"), Path($"{name}.key"));
    }

    /// <summary>A <c>.p7m</c> with the content in it; several signers sign in parallel.</summary>
    public byte[] Sign(byte[] content, params TestSigner[] signers) => Sign(content, ["-cades", "-md", "sha256"], [], signers);

    /// <summary>One envelope inside the other, the first signer innermost.</summary>
    public byte[] SignNested(byte[] content, params TestSigner[] signers) =>
        signers.Aggregate(content, (inner, signer) => Sign(inner, signer));

    /// <param name="arguments">Arguments of <c>openssl cms -sign</c> in place of <c>-cades -md sha256</c>.</param>
    /// <param name="perSigner">Arguments that follow each signer, such as <c>-keyopt</c>.</param>
    public byte[] Sign(byte[] content, string[] arguments, string[] perSigner, params TestSigner[] signers) =>
        SignRaw(content, ["-nodetach", .. arguments], perSigner, signers);

    public byte[] SignDetached(byte[] content, params TestSigner[] signers) => SignRaw(content, ["-cades", "-md", "sha256"], [], signers);

    /// <summary>Runs openssl over input bytes and gives the output bytes; <c>-in</c> and <c>-out</c> are added.</summary>
    public byte[] Transform(byte[] input, params string[] arguments) => TryTransform(input, arguments)
        ?? throw new InvalidOperationException($"openssl {string.Join(' ', arguments)} refused.");

    /// <returns>Null where openssl refuses the input.</returns>
    public byte[]? TryTransform(byte[] input, params string[] arguments)
    {
        var (source, target) = (Path(Next("in")), Path(Next("out")));
        File.WriteAllBytes(source, input);
        var (exitCode, _) = Run([.. arguments, "-in", source, "-out", target]);
        return exitCode == 0 ? File.ReadAllBytes(target) : null;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private byte[] SignRaw(byte[] content, string[] arguments, string[] perSigner, TestSigner[] signers) => Transform(
        content,
        ["cms", "-sign", "-binary", "-outform", "DER", .. arguments, .. signers.SelectMany(s => (string[])["-signer", s.CertificatePath, "-inkey", s.KeyPath, .. perSigner])]);

    private void Key(string name, SignerKey key) => OpenSsl(key switch
    {
        SignerKey.Ecdsa => ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", Path($"{name}.key")],
        SignerKey.Rsa2048 => ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", Path($"{name}.key")],
        SignerKey.Rsa1024 => ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024", "-out", Path($"{name}.key")],
    });

    private void Request(string name, string subject) => OpenSsl(
        "req", "-new", "-config", Path("ca.cnf"), "-key", Path($"{name}.key"), "-subj", subject, "-utf8", "-out", Path($"{name}.csr"));

    private void OpenSsl(params string[] arguments)
    {
        var (exitCode, error) = Run(arguments);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"openssl {string.Join(' ', arguments)}: {error}");
        }
    }

    private static (int ExitCode, string Error) Run(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("openssl did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        output.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private string Next(string prefix) => $"{prefix}{Interlocked.Increment(ref _made)}";

    private string Path(string file) => System.IO.Path.Combine(_folder, file);

    private const string _configuration = """
        [ca]
        default_ca = test
        [test]
        database = {folder}/index.txt
        serial = {folder}/serial
        new_certs_dir = {folder}
        default_md = sha256
        policy = anything
        preserve = yes
        email_in_dn = yes
        string_mask = utf8only
        [anything]
        countryName = optional
        organizationName = optional
        serialNumber = optional
        givenName = optional
        surname = optional
        commonName = optional
        [req]
        distinguished_name = asked
        string_mask = utf8only
        [asked]
        [authority]
        basicConstraints = critical,CA:TRUE
        keyUsage = critical,keyCertSign,cRLSign
        subjectKeyIdentifier = hash
        [declarations]
        qualified = SEQUENCE:qualified
        [qualified]
        statement = OID:0.4.0.1862.1.1

        """;
}

/// <summary>The files of one signer; paths for <c>openssl -signer</c> and <c>-inkey</c>.</summary>
public sealed record TestSigner(string CertificatePath, string KeyPath);

/// <summary>A signer that differs from a good one in what a test is about.</summary>
public sealed record TestSignerShape
{
    /// <summary>As openssl writes it: <c>/C=IT/serialNumber=TINIT-…/CN=…</c>.</summary>
    public required string Subject { get; init; }

    public SignerKey Key { get; init; } = SignerKey.Ecdsa;

    public string KeyUsage { get; init; } = "nonRepudiation";

    public bool DeclaresQualified { get; init; } = true;

    /// <summary><c>yyyyMMddHHmmssZ</c>; null is 2020.</summary>
    public string? From { get; init; }

    /// <summary><c>yyyyMMddHHmmssZ</c>; null is 2099.</summary>
    public string? Until { get; init; }
}

public enum SignerKey
{
    Ecdsa,
    Rsa2048,
    Rsa1024,
}
