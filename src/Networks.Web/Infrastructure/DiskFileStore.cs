using System.Buffers;
using System.Security.Cryptography;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>Files in a folder (or a share), named by their SHA-256 and never changed.</summary>
internal sealed class DiskFileStore(string folder) : IFileStore
{
    private const int BufferBytes = 81920;

    public async Task<Result<StoredBytes>> PutAsync(Stream content, long limitBytes, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(folder, "incoming");
        var temporary = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(incoming);
            var stored = await WriteAsync(content, temporary, limitBytes, cancellationToken);
            if (stored is null)
            {
                return new Refusal(RefusalKind.TooLarge, "common.file-too-large", limitBytes / (1024 * 1024));
            }

            // On disk with its name before the row that names it commits.
            var final = PathOf(stored.Sha256);
            var place = Path.GetDirectoryName(final)!;
            if (!Directory.Exists(place))
            {
                Directory.CreateDirectory(place);
                FolderFlush.Flush(folder);
            }

            File.Move(temporary, final, overwrite: true);
            FolderFlush.Flush(place);
            return stored;
        }
        catch (IOException)
        {
            return new Refusal(RefusalKind.NoRoom, "common.no-room");
        }
        catch (UnauthorizedAccessException)
        {
            return new Refusal(RefusalKind.NoRoom, "common.no-room");
        }
        finally
        {
            // Deleting complains of a missing folder, which is one of the faults that are told above.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    public Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        File.ReadAllBytesAsync(PathOf(sha256), cancellationToken);

    public Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read));

    private static async Task<StoredBytes?> WriteAsync(Stream content, string path, long limitBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                size += read;
                if (size > limitBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return new StoredBytes(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Where a file lies within the store's folder.</summary>
    public static string PlaceOf(string sha256) => Path.Combine(sha256[..2], sha256);

    private string PathOf(string sha256) => Path.Combine(folder, PlaceOf(sha256));
}
