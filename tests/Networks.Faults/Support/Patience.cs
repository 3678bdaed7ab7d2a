namespace Networks.Faults.Support;

/// <summary>Waits that count the time in which this process runs: who stops a long run for a while (SIGSTOP) makes no fault of it.</summary>
internal static class Patience
{
    /// <summary>Of a request, by the clock: it may lie while everything stands still.</summary>
    public static readonly TimeSpan OfRequests = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks again and again until it holds.</summary>
    /// <returns>Whether it did within the time.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> holds, TimeSpan atMost)
    {
        // A look takes its time; where it took minutes, this process stood still, and what it looks at with it.
        var waited = TimeSpan.Zero;
        while (waited < atMost)
        {
            var began = TimeProvider.System.GetTimestamp();
            if (await holds())
            {
                return true;
            }

            await Task.Delay(_look);
            var took = TimeProvider.System.GetElapsedTime(began);
            waited += took < TimeSpan.FromSeconds(20) ? took : _look;
        }

        return await holds();
    }

    /// <exception cref="TimeoutException">It has not ended within the time.</exception>
    public static async Task WithinAsync(Task task, TimeSpan atMost)
    {
        var second = TimeSpan.FromSeconds(1);
        for (var left = atMost; left > TimeSpan.Zero && !task.IsCompleted; left -= second)
        {
            await Task.WhenAny(task, Task.Delay(second));
        }

        await (task.IsCompleted ? task : throw new TimeoutException($"Nothing within {atMost}."));
    }
}
