namespace Networks.Data.Faults;

/// <summary>
/// One writer at a time, in the order of coming: SQLite has one writer anyway, and waiting here is fair where waiting
/// there sleeps and starves. The other databases pass through.
/// </summary>
public sealed class WriteGate(bool oneWriter, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _queue = [];
    private readonly GateThread _thread = new(TimeSpan.FromSeconds(5));
    private bool _isTaken;

    /// <summary>How long an act waits for its turn before it is told to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Does a whole act in its turn. Acts that wait are done one after the other by one thread, which the pages do not need:
    /// waking another costs as much as a part of the act, and its processor has nothing of the database at hand.
    /// </summary>
    /// <returns>What the act answered; null when its turn did not come in time.</returns>
    public async Task<T?> DoAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!oneWriter)
        {
            return await act();
        }

        var waiting = new WaitingAct<T>(act);
        if (Queue(waiting) is { } place)
        {
            return await WaitAsync(place, waiting.Answer, cancellationToken);
        }

        try
        {
            return await act();
        }
        finally
        {
            Leave();
        }
    }

    /// <returns>The turn, to be disposed; null when it did not come in time.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!oneWriter)
        {
            return Turn.Free;
        }

        var turn = new Turn(this);
        var waiting = new WaitingTurn(turn);
        return Queue(waiting) is { } place ? await WaitAsync(place, waiting.Came, cancellationToken) : turn;
    }

    /// <returns>The place in the queue; null when the turn is there at once.</returns>
    private LinkedListNode<Waiting>? Queue(Waiting waiting)
    {
        lock (_lock)
        {
            if (_isTaken)
            {
                return _queue.AddLast(waiting);
            }

            _isTaken = true;
            return null;
        }
    }

    private async Task<T?> WaitAsync<T>(LinkedListNode<Waiting> place, Task<T?> waited, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await using var giving = either.Token.Register(() => GiveUp(place));
        var came = await waited;
        if (came is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return came;
    }

    private void GiveUp(LinkedListNode<Waiting> place)
    {
        lock (_lock)
        {
            if (place.List is null)
            {
                // The turn has come meanwhile.
                return;
            }

            _queue.Remove(place);
        }

        place.Value.GiveUp();
    }

    private Waiting? Next()
    {
        lock (_lock)
        {
            var next = _queue.First?.Value;
            if (next is null)
            {
                _isTaken = false;
            }
            else
            {
                _queue.RemoveFirst();
            }

            return next;
        }
    }

    private void Leave()
    {
        switch (Next())
        {
            case WaitingTurn turn:
                turn.Come();
                break;
            case WaitingAct act:
                _thread.Do(() => _ = DoAllAsync(act));
                break;
        }
    }

    // Acts one after the other, for as long as acts wait.
    private async Task DoAllAsync(WaitingAct first)
    {
        Waiting? next = first;
        while (next is WaitingAct act)
        {
            await act.DoAsync();
            next = Next();
        }

        (next as WaitingTurn)?.Come();
    }

    private abstract class Waiting
    {
        public abstract void GiveUp();
    }

    private sealed class WaitingTurn(Turn turn) : Waiting
    {
        private readonly TaskCompletionSource<IDisposable?> _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IDisposable?> Came => _came.Task;

        public void Come() => _came.SetResult(turn);

        public override void GiveUp() => _came.SetResult(null);
    }

    private abstract class WaitingAct : Waiting
    {
        /// <summary>Does the act with what flows with its caller; never throws.</summary>
        public abstract Task DoAsync();
    }

    private sealed class WaitingAct<T>(Func<Task<T>> act) : WaitingAct
        where T : class
    {
        private readonly TaskCompletionSource<T?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        public Task<T?> Answer => _answer.Task;

        public override async Task DoAsync()
        {
            Task<T?>? doing = null;
            if (_context is null)
            {
                doing = RunAsync();
            }
            else
            {
                ExecutionContext.Run(_context, _ => doing = RunAsync(), null);
            }

            await ((Task)doing!).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _answer.SetFromTask(doing!);

            // Whatever it throws is in its task: the acts behind it must have their turn.
            async Task<T?> RunAsync() => await act();
        }

        public override void GiveUp() => _answer.SetResult(null);
    }

    private sealed class Turn(WriteGate? gate) : IDisposable
    {
        public static readonly Turn Free = new(null);

        public void Dispose() => gate?.Leave();
    }
}
