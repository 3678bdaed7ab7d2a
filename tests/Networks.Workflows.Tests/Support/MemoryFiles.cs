using System.Collections.Concurrent;
using System.Security.Cryptography;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Support;

/// <summary>A file store in memory, which can be told to be full.</summary>
/// <param name="behind">Gets everything too, where a running service reads it.</param>
public sealed class MemoryFiles(IFileStore? behind = null) : IFileStore
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    public bool Full { get; set; }

    public async Task<Result<StoredBytes>> PutAsync(Stream content, long limitBytes, CancellationToken cancellationToken)
    {
        if (Full)
        {
            return new Refusal(RefusalKind.NoRoom, "common.no-room");
        }

        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellationToken);
        if (memory.Length > limitBytes)
        {
            return new Refusal(RefusalKind.TooLarge, "common.file-too-large", limitBytes / (1024 * 1024));
        }

        var bytes = memory.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _files[hash] = bytes;
        if (behind is not null)
        {
            return await behind.PutAsync(new MemoryStream(bytes), limitBytes, cancellationToken);
        }

        return new StoredBytes(hash, bytes.Length);
    }

    public Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(_files.TryGetValue(sha256, out var bytes) ? bytes : throw new FileNotFoundException(sha256));

    public Task<StoredBytes> PutAsync(byte[] bytes) => PutOrThrowAsync(bytes);

    private async Task<StoredBytes> PutOrThrowAsync(byte[] bytes) =>
        (await PutAsync(new MemoryStream(bytes), long.MaxValue, CancellationToken.None)).Value;
}
