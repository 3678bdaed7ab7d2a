using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Networks.Workflows.Signatures;

namespace Networks.Workflows.Tests.Support;

/// <summary>One authority for a class of tests and the representatives of the numbered firms as its signers.</summary>
public sealed class Signers : IDisposable
{
    private readonly ConcurrentDictionary<int, TestSigner> _known = new();

    public TestAuthority Authority { get; } = new();

    public SignatureTrust Trust => new([X509Certificate2.CreateFromPem(Authority.AnchorPem)], []);

    /// <summary>The key of the representative of a firm made by <see cref="Given.FirmAsync"/> with that number.</summary>
    public TestSigner Of(int number) => _known.GetOrAdd(number, n => Authority.Signer(InventedIdentifiers.Person(n), $"Rappresentante Numero{n}"));

    /// <summary>The frozen text, signed in parallel by the representatives of these firms.</summary>
    public byte[] Sign(params int[] numbers) => SignOther(Given.FrozenPdf, numbers);

    public byte[] SignOther(byte[] content, params int[] numbers) => Authority.Sign(content, [.. numbers.Select(Of)]);

    public void Dispose() => Authority.Dispose();
}
