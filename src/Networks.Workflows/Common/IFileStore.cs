namespace Networks.Workflows.Common;

/// <summary>Bytes under their own SHA-256. A file is there, whole and on disk, before the row that names it commits.</summary>
public interface IFileStore
{
    /// <summary>Stores what the stream holds. Storing the same bytes twice keeps one file.</summary>
    /// <param name="limitBytes">More than this is refused with <c>common.file-too-large</c>, nothing kept.</param>
    /// <returns>Hash and size, or the refusal (too large, no room).</returns>
    Task<Result<StoredBytes>> PutAsync(Stream content, long limitBytes, CancellationToken cancellationToken);

    /// <exception cref="FileNotFoundException">No such file: the store lost it, which is a fault of the installation.</exception>
    Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>For what is too large to be in memory: the file, to be read from any place.</summary>
    /// <exception cref="FileNotFoundException">As above.</exception>
    async Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) => new MemoryStream(await ReadAsync(sha256, cancellationToken), writable: false);
}

/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record StoredBytes(string Sha256, long SizeBytes);
