using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>Walks every entry of a zip that should be a Word file, inflating with a counter in hand.</summary>
internal sealed class WordPackageScan
{
    private const string _typesEntry = "[Content_Types].xml";

    private readonly UploadLimits _limits;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly WordPartScan _parts;
    private long _unpacked;
    private long _xml;

    private WordPackageScan(UploadLimits limits)
    {
        _limits = limits;
        _parts = new WordPartScan(limits.Depth);
    }

    /// <returns>Why the file is refused; null when it may pass.</returns>
    public static Refusal? Check(byte[] file, UploadLimits limits)
    {
        switch (ZipDirectory.Read(file, limits.Entries))
        {
            case null or { Entries: 0 }:
                return DocumentRefusals.WordDamaged;
            case { Encrypted: true }:
                return DocumentRefusals.WordPassword;
            case { } directory when directory.Entries > limits.Entries:
                return DocumentRefusals.WordUnpacksTooLarge;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var scan = new WordPackageScan(limits);
            return zip.Entries.Select(scan.CheckEntry).FirstOrDefault(r => r is not null) ?? scan.CheckWhole(file);
        }
        catch (InvalidDataException)
        {
            return DocumentRefusals.WordDamaged;
        }
    }

    private Refusal? CheckEntry(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':') || name.Split('/').Contains("..") || !_names.Add(name))
        {
            return DocumentRefusals.WordEntryName;
        }

        using var content = new MemoryStream();
        if (Inflate(entry, content) is { } refusal)
        {
            return refusal;
        }

        content.Position = 0;
        if (!IsXml(name, content))
        {
            return null;
        }

        _xml += content.Length;
        return _xml > _limits.XmlBytes ? DocumentRefusals.WordUnpacksTooLarge : _parts.Check(name, content);
    }

    private Refusal? Inflate(ZipArchiveEntry entry, MemoryStream content)
    {
        using var packed = entry.Open();
        var buffer = new byte[65536];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, read);
            _unpacked += read;
            if (_unpacked > _limits.UnpackedBytes
                || (content.Length > _limits.RatioFromBytes && content.Length > entry.CompressedLength * _limits.Ratio))
            {
                return DocumentRefusals.WordUnpacksTooLarge;
            }
        }

        return null;
    }

    // A part may have any name: whatever begins like XML is read like XML.
    private static bool IsXml(string name, MemoryStream content)
    {
        if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var start = content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, 64)).TrimStart<byte>([0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 32, 9, 10, 13]);
        return start.Length > 0 && start[0] == (byte)'<';
    }

    private Refusal? CheckWhole(byte[] file)
    {
        if (!_names.Contains(_typesEntry) || _parts.MainType is null)
        {
            return DocumentRefusals.NotWord;
        }

        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            return document.MainDocumentPart?.Document?.Body is null ? DocumentRefusals.NotWord : null;
        }
        catch (Exception e) when (e is OpenXmlPackageException or IOException or FormatException or System.Xml.XmlException
            or InvalidOperationException or ArgumentException or KeyNotFoundException or UriFormatException)
        {
            return DocumentRefusals.WordDamaged;
        }
    }
}
