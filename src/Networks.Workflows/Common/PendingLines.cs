using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;

namespace Networks.Workflows.Common;

/// <summary>
/// Lines that are noted beside a request that changes nothing, and written together soon afterwards. What could not be
/// written stays, in its order, for the next time; what a killed node had not written yet is lost. A line that cannot be
/// written while others can is told and given up: it must not hold them up.
/// </summary>
internal sealed class PendingLines<T>(IServiceScopeFactory scopes, WriteGate gate) : IDisposable
{
    private readonly ConcurrentQueue<T> _pending = new();

    // Whoever writes takes from the front when it is written, so two must not write at once.
    private readonly SemaphoreSlim _writing = new(1, 1);

    private enum Outcome
    {
        Written,

        /// <summary>Another node wrote meanwhile, or nobody could: the next time may be better.</summary>
        NotNow,

        Never,
    }

    public IReadOnlyList<T> Waiting => [.. _pending];

    public void Add(T line) => _pending.Enqueue(line);

    public void Dispose() => _writing.Dispose();

    /// <param name="add">Adds the rows of a line to the context.</param>
    /// <returns>Lines written.</returns>
    /// <exception cref="Exception">A line could not be written for a reason of its own; all others have been written.</exception>
    public async Task<int> WriteAsync(Func<NetworksDbContext, T, Task> add, CancellationToken cancellationToken)
    {
        if (_pending.IsEmpty)
        {
            return 0;
        }

        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            return turn is null ? 0 : await WriteAsync([.. _pending], add, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<int> WriteAsync(T[] lines, Func<NetworksDbContext, T, Task> add, CancellationToken cancellationToken)
    {
        var (outcome, _) = await TryAsync(lines, add, cancellationToken);
        if (outcome != Outcome.Never)
        {
            return outcome == Outcome.Written ? Taken(lines.Length) : 0;
        }

        var (tried, written) = (0, 0);
        ExceptionDispatchInfo? broken = null;
        foreach (var line in lines)
        {
            (outcome, var why) = await TryAsync([line], add, cancellationToken);
            if (outcome == Outcome.NotNow)
            {
                break;
            }

            tried++;
            written += outcome == Outcome.Written ? 1 : 0;
            broken ??= why;
        }

        // Where none could be written it is not the line: a broken database must not cost any.
        Taken(written == 0 ? 0 : tried);
        broken?.Throw();
        return written;
    }

    private async Task<(Outcome Outcome, ExceptionDispatchInfo? Why)> TryAsync(T[] lines, Func<NetworksDbContext, T, Task> add, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        try
        {
            foreach (var line in lines)
            {
                await add(db, line);
            }

            await db.SaveChangesAsync(cancellationToken);
            return (Outcome.Written, null);
        }
        catch (Exception e)
        {
            var passes = e is OperationCanceledException || (DatabaseFaults.IsOfDatabase(e) && DatabaseFaults.Of(e) != DatabaseFault.Unknown);
            return (passes ? Outcome.NotNow : Outcome.Never, ExceptionDispatchInfo.Capture(e));
        }
    }

    private int Taken(int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            _pending.TryDequeue(out _);
        }

        return lines;
    }
}
