using Microsoft.EntityFrameworkCore;
using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Tests.Engine;

/// <summary>The clock starts on Tuesday 10 March 2026 at noon.</summary>
public sealed class SuspensionTests
{
    [Fact]
    public async Task Given_a_suspended_case_then_no_task_can_be_done_and_no_timer_fires()
    {
        await using var process = await RoundAsync();
        await SuspendAsync(process);

        Assert.False(await process.CompleteAsync("answer", 0));
        await process.LiveUntilAsync(new DateOnly(2026, 4, 1));

        Assert.Equal(["answer 1", "answer 2"], await process.OpenTasksAsync());
        Assert.Equal([TimerStatus.Pending], (await process.TimersAsync()).Select(t => t.Status));
    }

    [Fact]
    public async Task Given_a_deadline_that_passed_meanwhile_when_the_case_is_resumed_then_it_comes_on_the_next_working_day_at_nine()
    {
        await using var process = await RoundAsync();
        await SuspendAsync(process);
        // Friday.
        process.Clock.GoTo(new DateOnly(2026, 3, 27));
        await ResumeAsync(process);

        Assert.Equal(0, await process.FireDueAsync());
        var due = Assert.Single(await process.TimersAsync());
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 7, 0, 0, TimeSpan.Zero), due.DueAt);
        process.Clock.GoTo(new DateOnly(2026, 3, 30));
        Assert.Equal(1, await process.FireDueAsync());

        Assert.Equal(["answer 1", "answer 2", "silence"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_deadline_that_lies_ahead_then_a_rest_does_not_move_it()
    {
        await using var process = await RoundAsync();
        var due = Assert.Single(await process.TimersAsync()).DueAt;

        await SuspendAsync(process);
        await ResumeAsync(process);

        Assert.Equal(due, Assert.Single(await process.TimersAsync()).DueAt);
        Assert.True(await process.CompleteAsync("answer", 0));
    }

    [Fact]
    public async Task Given_a_suspended_case_when_a_fact_comes_from_outside_then_it_is_not_lost()
    {
        await using var process = await RoundAsync();
        await SuspendAsync(process);

        await process.SignalAsync("mail-failed", 0);
        await ResumeAsync(process);

        Assert.Equal(["answer 1", "answer 2", "mend 1"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_any_definition_when_its_process_is_cancelled_then_nothing_of_it_is_open()
    {
        await using var process = await RoundAsync();

        await process.ActAsync((engine, c) => engine.CancelAsync(c, "abandoned", default));

        Assert.Equal(["answer 1 Cancelled abandoned", "answer 2 Cancelled abandoned"], await process.TasksAsync());
        Assert.Equal(ProcessStatus.Cancelled, await process.StatusAsync());
        Assert.DoesNotContain(await process.TimersAsync(), t => t.Status == TimerStatus.Pending);
        Assert.False(await process.Given.ReadAsync(db => db.Scopes.AnyAsync(s => s.Status == ScopeStatus.Open)));
    }

    private static Task SuspendAsync(SmallProcess process) => process.ActAsync((engine, c) =>
    {
        engine.Suspend(c);
        return Task.CompletedTask;
    });

    private static Task ResumeAsync(SmallProcess process) => process.ActAsync((engine, c) => engine.ResumeAsync(c, default));

    private static Task<SmallProcess> RoundAsync() => SmallProcess.StartAsync(2, new ProcessStep(
        new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm))
            .At((_, _) => Task.FromResult<DateOnly?>(new DateOnly(2026, 3, 20)), new TaskStep("silence")),
        new TaskStep("after")).On("mail-failed", Reaction.Open(new TaskStep("mend").For(Parties.DeskOfEach))));
}
