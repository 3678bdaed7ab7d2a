using System.Buffers.Text;
using System.Text;

namespace Networks.Workflows.Signatures;

/// <summary>What an upload is by its first bytes; names and declared types are not believed.</summary>
internal static class UploadBytes
{
    private const byte _sequence = 0x30;

    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    /// <summary>Whether the bytes can be an ASN.1 sequence, as every envelope is.</summary>
    public static bool MayBeEnvelope(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == _sequence;

    /// <summary>The binary form of a file that came as base64 or PEM text, which some signing tools and mail gateways make.</summary>
    /// <returns>The same bytes where they are no such text.</returns>
    public static ReadOnlyMemory<byte> WithoutArmour(ReadOnlyMemory<byte> upload)
    {
        if (MayBeEnvelope(upload.Span) || IsPdf(upload.Span))
        {
            return upload;
        }

        var text = upload.Span.StartsWith(Encoding.UTF8.Preamble) ? upload[Encoding.UTF8.Preamble.Length..] : upload;
        var start = text.Span.TrimStart(" \t\r\n"u8);
        if (start.StartsWith("-----BEGIN "u8))
        {
            var body = start[Math.Max(start.IndexOf((byte)'\n'), 0)..];
            var end = body.IndexOf("-----END "u8);
            start = end < 0 ? [] : body[..end];
        }

        // The decoder steps over white space by itself.
        var binary = new byte[Base64.GetMaxDecodedFromUtf8Length(start.Length)];
        var status = Base64.DecodeFromUtf8(start, binary, out _, out var written);
        return status == System.Buffers.OperationStatus.Done && MayBeEnvelope(binary.AsSpan(0, written))
            ? binary.AsMemory(0, written)
            : upload;
    }
}
