using System.Collections.Concurrent;
using Networks.Workflows.Administration.Exports;

namespace Networks.Workflows.Tests.Support;

/// <summary>Exports in memory, on a disk that can be full.</summary>
public sealed class MemoryExports : IExportStore
{
    private readonly ConcurrentDictionary<Guid, MemoryStream> _exports = new();

    public bool Full { get; set; }

    public IReadOnlyCollection<Guid> Kept => [.. _exports.Keys];

    public Task<Stream> CreateAsync(Guid export, CancellationToken cancellationToken) =>
        Full ? throw new IOException("There is no space left on the disk.") : Task.FromResult<Stream>(_exports[export] = new MemoryStream());

    public Task<Stream?> OpenAsync(Guid export, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_exports.TryGetValue(export, out var content) ? new MemoryStream(content.ToArray()) : null);

    public Task DeleteAsync(Guid export, CancellationToken cancellationToken)
    {
        _exports.TryRemove(export, out _);
        return Task.CompletedTask;
    }
}
