namespace Networks.Faults.Support;

/// <summary>People at work: acts at a steady pace, however long the answers take, until it is disposed of.</summary>
internal sealed class Load : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Task _working;

    /// <param name="world">One with four networks and two firms in each at least.</param>
    public Load(World world, Desk desk, Ledger ledger, int perSecond)
    {
        var acts = new Acts(TimeProvider.System);
        _working = Task.Run(async () =>
        {
            var sent = new List<Task>();
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
            try
            {
                for (var n = 0; await pace.WaitForNextTickAsync(_over.Token); n++)
                {
                    sent.Add(ledger.SettleAsync(desk, Next(world, acts, n)));
                }
            }
            catch (OperationCanceledException)
            {
                // Enough.
            }

            await Task.WhenAll(sent);
        });
    }

    /// <summary>Begins no act any more and waits for the answers of those that are under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _working;
        _over.Dispose();
    }

    // A new text takes the round of its network away, so that firms answer in the others.
    private static Act Next(World world, Acts acts, int n) => (n % 40) switch
    {
        0 => acts.Upload(world.Cases[3].Id),
        20 => acts.AddFirm(world.Cases[3].Id, Acts.NewFirms(20_000 + (2 * n))),
        var kind when kind % 4 == 0 => acts.OpenCase(Acts.NewFirms(20_000 + (2 * n))),
        var kind when kind % 4 == 1 => acts.Object(world.Cases[n % 3].Firms[1], world.Cases[n % 3].Round),
        _ => acts.Note(world.Cases[n % 4].Id),
    };
}
