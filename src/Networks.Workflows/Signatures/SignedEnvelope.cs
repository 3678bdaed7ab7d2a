using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Networks.Workflows.Signatures;

/// <summary>A <c>.p7m</c> opened down to its innermost content: one decoded message a layer, outermost first.</summary>
internal sealed class SignedEnvelope
{
    private const string _signedData = "1.2.840.113549.1.7.2";
    private const string _envelopedData = "1.2.840.113549.1.7.3";
    private const string _timeStampedData = "1.2.840.113549.1.9.16.1.31";

    private SignedEnvelope(IReadOnlyList<SignedCms> layers, byte[] content)
    {
        Layers = layers;
        Content = content;
    }

    public IReadOnlyList<SignedCms> Layers { get; }

    public byte[] Content { get; }

    public string ContentSha256 => HashOf(Content);

    /// <summary>Opens layer after layer until the content is the frozen text or no envelope any more.</summary>
    /// <param name="frozenSha256">Where this content is reached nothing more is opened.</param>
    /// <returns>Null where the file cannot be opened; the finding with the reason is then in <paramref name="findings"/>.</returns>
    public static SignedEnvelope? Open(ReadOnlyMemory<byte> upload, string frozenSha256, SignatureLimits limits, Findings findings)
    {
        var layers = new List<SignedCms>();
        var bytes = UploadBytes.WithoutArmour(upload);
        while (layers.Count == 0 || MayContainAnother(bytes, frozenSha256))
        {
            if (layers.Count == limits.MaxDepth)
            {
                findings.Invalid("too-deep", limits.MaxDepth.ToString());
                return null;
            }

            if (Decode(bytes, findings) is not { } layer || !Accepts(layer, bytes, limits, findings))
            {
                return null;
            }

            layers.Add(layer);
            bytes = UploadBytes.WithoutArmour(layer.ContentInfo.Content);
        }

        return new SignedEnvelope(layers, layers[^1].ContentInfo.Content);
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static bool MayContainAnother(ReadOnlyMemory<byte> content, string frozenSha256) =>
        ContentType(content) == _signedData && HashOf(content.Span) != frozenSha256;

    private static SignedCms? Decode(ReadOnlyMemory<byte> bytes, Findings findings)
    {
        switch (ContentType(bytes))
        {
            case _signedData:
                break;
            case _envelopedData:
                findings.Invalid("encrypted");
                return null;
            case _timeStampedData:
                findings.Invalid("timestamp-container");
                return null;
            default:
                findings.Invalid("not-an-envelope");
                return null;
        }

        if (BerShape.FirstLength(bytes.Span) is not { } length)
        {
            findings.Invalid("damaged");
            return null;
        }

        if (length != bytes.Length)
        {
            findings.Invalid("trailing-bytes", (bytes.Length - length).ToString());
            return null;
        }

        try
        {
            var layer = new SignedCms();
            layer.Decode(bytes.Span);
            return layer;
        }
        catch (Exception exception) when (MalformedInput.Explains(exception))
        {
            findings.Invalid("damaged");
            return null;
        }
    }

    private static bool Accepts(SignedCms layer, ReadOnlyMemory<byte> encoded, SignatureLimits limits, Findings findings)
    {
        try
        {
            if (layer.SignerInfos.Count == 0)
            {
                findings.Invalid("no-signers");
            }
            else if (layer.Detached || layer.ContentInfo.Content.Length == 0)
            {
                findings.Invalid("detached");
            }
            else if (layer.SignerInfos.Count > limits.MaxSigners || layer.Certificates.Count > 5 * limits.MaxSigners)
            {
                findings.Invalid("too-many-signers", limits.MaxSigners.ToString());
            }
            else if (!DeclaredDigests.CoverSigners(encoded, layer))
            {
                findings.Invalid("damaged");
            }
            else
            {
                return true;
            }
        }
        catch (Exception exception) when (MalformedInput.Explains(exception))
        {
            findings.Invalid("damaged");
        }

        return false;
    }

    /// <summary>The content type that the outermost sequence names; null where the bytes are no ContentInfo.</summary>
    private static string? ContentType(ReadOnlyMemory<byte> bytes)
    {
        if (!UploadBytes.MayBeEnvelope(bytes.Span))
        {
            return null;
        }

        // Only the two headers are read: the length of the whole is the business of BerShape.
        var skip = (bytes.Span[1] & 0x80) == 0 ? 2 : 2 + (bytes.Span[1] & 0x7F);
        return AsnDecoder.TryReadEncodedValue(bytes.Span[Math.Min(skip, bytes.Length)..], AsnEncodingRules.BER, out var tag, out _, out _, out var used)
            && tag.HasSameClassAndValue(Asn1Tag.ObjectIdentifier)
            ? ReadOid(bytes.Span.Slice(skip, used))
            : null;
    }

    private static string? ReadOid(ReadOnlySpan<byte> encoded)
    {
        try
        {
            return AsnDecoder.ReadObjectIdentifier(encoded, AsnEncodingRules.BER, out _);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
