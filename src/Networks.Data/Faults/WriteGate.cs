namespace Networks.Data.Faults;

/// <summary>
/// One writer at a time, in the order of coming: SQLite has one writer anyway, and waiting here is fair where waiting
/// there sleeps and starves. The other databases pass through.
/// </summary>
public sealed class WriteGate(bool oneWriter, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim? _gate = oneWriter ? new SemaphoreSlim(1, 1) : null;

    /// <summary>How long an act waits for its turn before it is told to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>The turn, to be disposed; null when it did not come in time.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null)
        {
            return Turn.Free;
        }

        if (await _gate.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new Turn(_gate);
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _gate.WaitAsync(either.Token);
            return new Turn(_gate);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Turn Free = new(null);

        public void Dispose() => gate?.Release();
    }
}
