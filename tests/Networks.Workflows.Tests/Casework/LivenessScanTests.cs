using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Work;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class LivenessScanTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_case_that_waits_for_somebody_then_it_is_not_stuck()
    {
        await _given.RunningCaseAsync();

        Assert.Empty(await ScanAsync());
    }

    [Fact]
    public async Task Given_an_open_case_with_no_task_no_timer_and_no_mail_then_it_is_found_and_a_queued_mail_keeps_it_alive()
    {
        var running = await _given.RunningCaseAsync();
        await _given.WriteAsync(async db => await db.WorkItems.ForEachAsync(i => i.Close(WorkItemStatus.Cancelled, "lost", _given.Clock.GetUtcNow())));

        Assert.Equal([running.Id], (await ScanAsync()).Select(c => c.Id));

        await _given.QueuedMailAsync(running.Id, running.Own);
        Assert.Empty(await ScanAsync());
    }

    private async Task<List<StuckCase>> ScanAsync()
    {
        await using var scope = _given.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LivenessScan>().FindAsync(default);
    }
}
