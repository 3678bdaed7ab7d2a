using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.Exports;

/// <summary>One file of an export as its manifest names it.</summary>
/// <param name="Rows">Of a table; null for a file.</param>
internal sealed record ExportEntry(string Path, string Sha256, long Bytes, long? Rows);

/// <summary>
/// Writes an association's export, entry after entry: a row or a piece of a file is in memory at a time. Each table is there
/// twice, as JSON lines with everything and as CSV for spreadsheets; the manifest has the SHA-256 of every entry, also as
/// <c>sha256sum</c> checks it.
/// </summary>
internal sealed class ExportWriter(NetworksDbContext db, IFileStore files, AssociationId own)
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<ExportEntry> _entries = [];

    /// <returns>Tables and files that will be written.</returns>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        ExportTables.All.Count + await ExportTables.Files(db, own).Select(f => f.Sha256).Distinct().CountAsync(cancellationToken);

    /// <param name="done">Told after each table and file.</param>
    public async Task WriteAsync(Stream to, string association, DateTimeOffset at, Func<int, Task> done, CancellationToken cancellationToken)
    {
        var parts = 0;
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var table in ExportTables.All)
        {
            await WriteTableAsync(zip, table, cancellationToken);
            await done(++parts);
        }

        foreach (var hash in await ExportTables.Files(db, own).Select(f => f.Sha256).Distinct().OrderBy(h => h).ToListAsync(cancellationToken))
        {
            await WriteFileAsync(zip, hash, cancellationToken);
            await done(++parts);
        }

        var manifest = new JsonObject
        {
            ["association"] = association,
            ["id"] = $"{own.Value}",
            ["madeAt"] = at.ToString("O", CultureInfo.InvariantCulture),
            ["files"] = new JsonArray([.. _entries.Select(e => (JsonNode)new JsonObject { ["path"] = e.Path, ["sha256"] = e.Sha256, ["bytes"] = e.Bytes, ["rows"] = e.Rows })]),
        };
        var sums = string.Concat(_entries.Select(e => $"{e.Sha256}  {e.Path}\n"));
        await WriteTextAsync(zip, "manifest.json", manifest.ToJsonString(_json), cancellationToken);
        await WriteTextAsync(zip, "SHA256SUMS", sums, cancellationToken);
    }

    private async Task WriteTableAsync(ZipArchive zip, ExportTable table, CancellationToken cancellationToken)
    {
        var shape = HoldingTable.Of(db.Model, table.Entity);
        string[] columns = [.. shape.Columns.Select(c => c.Name), .. shape.Parts];
        var path = $"{table.Folder}/{shape.Word}";
        await WriteRowsAsync(zip, $"{path}.jsonl", table, row => shape.Write(row).ToJsonString(_json), heading: null, cancellationToken);
        await WriteRowsAsync(zip, $"{path}.csv", table, row => Cells(shape.Write(row), columns), "\uFEFF" + string.Join(';', columns), cancellationToken);
    }

    private static string Cells(JsonObject row, string[] columns) =>
        string.Join(';', columns.Select(c => row[c] is { } value ? SafeCell.Write(value is JsonValue plain ? plain.ToString() : value.ToJsonString(_json)) : ""));

    private async Task WriteRowsAsync(ZipArchive zip, string path, ExportTable table, Func<object, string> line, string? heading, CancellationToken cancellationToken)
    {
        long rows = 0;
        await using var entry = await HashingEntry.OpenAsync(zip, path, cancellationToken);
        await using (var text = new StreamWriter(entry, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" })
        {
            if (heading is not null)
            {
                await text.WriteLineAsync(heading.AsMemory(), cancellationToken);
            }

            await foreach (var row in table.Rows(db, own).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await text.WriteLineAsync(HeldSecrets.Strike(line(row)).AsMemory(), cancellationToken);
                rows++;
            }
        }

        _entries.Add(new ExportEntry(path, entry.Hash(), entry.Written, rows));
    }

    private async Task WriteFileAsync(ZipArchive zip, string hash, CancellationToken cancellationToken)
    {
        await using var entry = await HashingEntry.OpenAsync(zip, $"files/{hash}", cancellationToken);
        await using (var content = await files.OpenAsync(hash, cancellationToken))
        {
            await content.CopyToAsync(entry, cancellationToken);
        }

        _entries.Add(new ExportEntry($"files/{hash}", entry.Hash(), entry.Written, null));
    }

    private static async Task WriteTextAsync(ZipArchive zip, string path, string text, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(path).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}

/// <summary>An entry of a ZIP that counts and hashes what is written into it.</summary>
internal sealed class HashingEntry : Stream
{
    private readonly Stream _inner;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private HashingEntry(Stream inner) => _inner = inner;

    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Written;

    public override long Position { get => Written; set => throw new NotSupportedException(); }

    public static async Task<HashingEntry> OpenAsync(ZipArchive zip, string path, CancellationToken cancellationToken) =>
        new(await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellationToken));

    /// <summary>Of what was written; once.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override void Write(byte[] buffer, int offset, int count)
    {
        _hash.AppendData(buffer, offset, count);
        _inner.Write(buffer, offset, count);
        Written += count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hash.AppendData(buffer.Span);
        await _inner.WriteAsync(buffer, cancellationToken);
        Written += buffer.Length;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => _inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _inner.DisposeAsync();
        _hash.Dispose();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
