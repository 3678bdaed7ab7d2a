using System.Diagnostics;

namespace Networks.Bench.Engine;

/// <summary>Acts that come at a steady pace however long the ones before them take, as people do, to so many workers.</summary>
internal static class SteadyPace
{
    /// <param name="act">Done by one of the workers on a thread of its own; what it throws is counted.</param>
    /// <returns>Milliseconds of each act from the instant at which it came, its wait for a worker counted in; and the errors.</returns>
    public static async Task<(IReadOnlyList<double> Waits, IReadOnlyList<Exception> Errors)> RunAsync<T>(IReadOnlyList<T> acts, int perSecond, int workers, Func<int, T, Task> act)
    {
        var waits = new double[acts.Count];
        var errors = new List<Exception>();
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Factory.StartNew(
            () =>
            {
                for (var n = Interlocked.Increment(ref next); n < acts.Count; n = Interlocked.Increment(ref next))
                {
                    var comes = TimeSpan.FromSeconds((double)n / perSecond);
                    if (comes - clock.Elapsed is { Ticks: > 0 } early)
                    {
                        Thread.Sleep(early);
                    }

                    try
                    {
                        act(worker, acts[n]).GetAwaiter().GetResult();
                    }
                    catch (Exception e)
                    {
                        lock (errors)
                        {
                            errors.Add(e);
                        }
                    }

                    waits[n] = (clock.Elapsed - comes).TotalMilliseconds;
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return (waits, errors);
    }
}
