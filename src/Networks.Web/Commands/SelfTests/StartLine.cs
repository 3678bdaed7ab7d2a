namespace Networks.Web.Commands.SelfTests;

/// <summary>Lets all runners go when the last one has come.</summary>
internal sealed class StartLine(int runners)
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = runners;

    public Task ReadyAsync()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _go.SetResult();
        }

        return _go.Task;
    }
}
