using Networks.Data.Faults;

namespace Networks.Workflows.Tests.Sqlite;

/// <summary>The one turn of a database with one writer: in the order of coming, and nobody pays for what another does.</summary>
public sealed class WriteGateTests
{
    private static readonly AsyncLocal<string> _flows = new();

    private readonly WriteGate _gate = new(oneWriter: true, TimeProvider.System);
    private readonly List<string> _done = [];

    [Fact]
    public async Task Given_acts_and_turns_that_wait_when_the_one_before_ends_then_they_come_in_the_order_of_coming()
    {
        var first = await _gate.EnterAsync(default);
        var one = _gate.DoAsync(() => NoteAsync("one"), default);
        var two = _gate.DoAsync(() => NoteAsync("two"), default);
        var turn = _gate.EnterAsync(default);
        var three = _gate.DoAsync(() => NoteAsync("three"), default);
        Assert.Empty(_done);

        first!.Dispose();
        using (await turn)
        {
            Assert.Equal(["one", "two"], _done);
            Assert.False(three.IsCompleted);
        }

        Assert.Equal(("one", "two", "three"), (await one, await two, await three));
        Assert.Equal(["one", "two", "three"], _done);
    }

    [Fact]
    public async Task Given_an_act_that_waits_when_it_is_done_by_the_thread_of_another_then_it_finds_what_flows_with_its_own_caller()
    {
        var first = await _gate.EnterAsync(default);
        async Task<string?> SendAsync(string caller)
        {
            _flows.Value = caller;
            return await _gate.DoAsync(() => NoteAsync(_flows.Value), default);
        }

        List<Task<string?>> sent = [SendAsync("Lecco"), SendAsync("Monza")];
        _flows.Value = "nobody";
        first!.Dispose();

        Assert.Equal(("Lecco", "Monza"), (await sent[0], await sent[1]));
    }

    [Fact]
    public async Task Given_pages_that_keep_the_pool_busy_when_an_acts_turn_comes_then_it_needs_no_thread_of_the_pool()
    {
        var first = await _gate.EnterAsync(default);
        Task<string?> SendAsync() => _gate.DoAsync(() => NoteAsync(Thread.CurrentThread.IsThreadPoolThread ? "on the pool" : "beside it"), default);
        List<Task<string?>> sent = [SendAsync(), SendAsync()];

        first!.Dispose();

        Assert.All(await Task.WhenAll(sent), where => Assert.Equal("beside it", where));
    }

    [Fact]
    public async Task Given_the_thread_of_the_gate_goes_when_the_next_comes_at_that_moment_then_none_is_left_out()
    {
        var thread = new GateThread(stay: TimeSpan.Zero);
        for (var i = 0; i < 1000; i++)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            thread.Do(done.SetResult);
            await done.Task;
        }
    }

    [Fact]
    public async Task Given_an_act_that_fails_when_others_wait_then_its_caller_alone_is_told()
    {
        var first = await _gate.EnterAsync(default);
        var fails = _gate.DoAsync<string>(() => throw new InvalidOperationException("told"), default);
        var failsLater = _gate.DoAsync<string>(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("told later");
        }, default);
        var next = _gate.DoAsync(() => NoteAsync("next"), default);

        first!.Dispose();

        Assert.Equal("told", (await Assert.ThrowsAsync<InvalidOperationException>(() => fails)).Message);
        Assert.Equal("told later", (await Assert.ThrowsAsync<InvalidOperationException>(() => failsLater)).Message);
        Assert.Equal("next", await next);
        Assert.Equal("after", await _gate.DoAsync(() => NoteAsync("after"), default));
    }

    [Fact]
    public async Task Given_a_caller_that_goes_away_while_it_waits_then_its_act_is_never_done_and_the_next_one_is()
    {
        using var leaves = new CancellationTokenSource();
        var first = await _gate.EnterAsync(default);
        var left = _gate.DoAsync(() => NoteAsync("left"), leaves.Token);
        var next = _gate.DoAsync(() => NoteAsync("next"), default);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        first!.Dispose();

        Assert.Equal("next", await next);
        Assert.Equal(["next"], _done);
    }

    [Fact]
    public async Task Given_many_callers_when_all_act_at_once_then_never_two_are_in_and_none_is_left_out()
    {
        var (inside, most, acts) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var act = 0; act < 200; act++)
            {
                await _gate.DoAsync(async () =>
                {
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    if (act % 7 == caller % 7)
                    {
                        await Task.Yield();
                    }

                    acts++;
                    Interlocked.Decrement(ref inside);
                    return "";
                }, default);
            }
        })));

        Assert.Equal((1, 3200), (most, acts));
    }

    private Task<string> NoteAsync(string? what)
    {
        _done.Add(what!);
        return Task.FromResult(what!);
    }
}
