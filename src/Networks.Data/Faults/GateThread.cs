namespace Networks.Data.Faults;

/// <summary>
/// A thread beside the pool for what has waited for its turn: pages keep the pool busy, and a turn that waits for one of its
/// threads holds back every act behind it. It is started when it is first needed and goes when nothing comes for some time.
/// </summary>
/// <param name="stay">How long it waits for the next.</param>
internal sealed class GateThread(TimeSpan stay)
{
    private readonly object _lock = new();
    private Action? _next;
    private bool _isThere;

    /// <summary>Does it on the thread. To be asked again only when what was asked before is being done or was done.</summary>
    public void Do(Action what)
    {
        lock (_lock)
        {
            _next = what;
            if (_isThere)
            {
                Monitor.Pulse(_lock);
                return;
            }

            _isThere = true;
        }

        new Thread(Live) { IsBackground = true, Name = "write gate" }.UnsafeStart();
    }

    private void Live()
    {
        while (Next() is { } what)
        {
            what();
        }
    }

    /// <returns>Null when nothing came, and the thread is to go.</returns>
    private Action? Next()
    {
        lock (_lock)
        {
            if (_next is null)
            {
                Monitor.Wait(_lock, stay);
            }

            var next = _next;
            _next = null;
            _isThere = next is not null;
            return next;
        }
    }
}
