using System.Collections.Concurrent;

namespace Networks.Web.Api;

/// <summary>
/// The operations that this node is working on. A copy that comes meanwhile is told so at once; between nodes the
/// database lets the second wait.
/// </summary>
internal sealed class RunningKeys
{
    private readonly ConcurrentDictionary<Guid, bool> _running = new();

    /// <returns>To be disposed when the operation has ended; null while the same one runs.</returns>
    public IDisposable? Enter(Guid operation) => _running.TryAdd(operation, true) ? new Left(this, operation) : null;

    private sealed class Left(RunningKeys keys, Guid operation) : IDisposable
    {
        public void Dispose() => keys._running.TryRemove(operation, out _);
    }
}
