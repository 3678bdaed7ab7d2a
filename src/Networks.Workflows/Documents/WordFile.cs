using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;

namespace Networks.Workflows.Documents;

/// <summary>
/// A Word file that passed <see cref="UploadGate.CheckWord"/>. There is no other way to make one, so bytes that were
/// not checked cannot reach the library or the converter.
/// </summary>
public sealed class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly byte[] _bytes;

    internal WordFile(byte[] bytes)
    {
        _bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Of the file as it stands, 64 small hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Read-only; the caller disposes it.</summary>
    internal WordprocessingDocument Open() =>
        WordprocessingDocument.Open(new MemoryStream(_bytes, writable: false), isEditable: false);

    /// <summary>A stream with a copy of the bytes, to be edited and read back after the document is closed.</summary>
    internal MemoryStream Copy()
    {
        var stream = new MemoryStream(_bytes.Length * 2);
        stream.Write(_bytes);
        stream.Position = 0;
        return stream;
    }
}
