using Microsoft.EntityFrameworkCore;
using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Tests.Engine;

/// <summary>The clock starts on Tuesday 10 March 2026.</summary>
public sealed class TimerTests
{
    private static readonly DateOnly _lastDay = new(2026, 3, 20);

    [Fact]
    public async Task Given_a_deadline_when_it_passes_then_the_desk_decides_and_no_firm_has_been_decided_for()
    {
        await using var process = await RoundAsync(2);
        await process.CompleteAsync("answer", 0, "yes");

        await process.LiveUntilAsync(new DateOnly(2026, 3, 21));

        Assert.Equal(["answer 1 Done yes", "answer 2 Open", "silence Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_the_last_day_then_the_deadline_has_not_passed()
    {
        await using var process = await RoundAsync(2);

        await process.LiveUntilAsync(_lastDay);

        Assert.Equal(["answer 1", "answer 2"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_the_desk_still_decides_when_the_last_firm_answers_then_the_flow_waits_for_the_desk()
    {
        await using var process = await RoundAsync(1);
        await process.LiveUntilAsync(new DateOnly(2026, 3, 21));

        await process.CompleteAsync("answer", 0);
        Assert.Equal(["silence"], await process.OpenTasksAsync());
        await process.CompleteAsync("silence");

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_timer_when_it_is_fired_twice_then_it_has_worked_once()
    {
        await using var process = await RoundAsync(1);
        process.Clock.GoTo(new DateOnly(2026, 3, 21));
        var deadline = Assert.Single(await process.TimersAsync(), t => t.Kind == TimerKind.Deadline);

        await process.FireAsync(deadline.Id);
        await process.FireAsync(deadline.Id);

        Assert.Equal(["answer 1", "silence"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_timer_when_it_is_fired_too_early_then_nothing_happens()
    {
        await using var process = await RoundAsync(1);
        var deadline = Assert.Single(await process.TimersAsync(), t => t.Kind == TimerKind.Deadline);

        await process.FireAsync(deadline.Id);

        Assert.Equal(["answer 1"], await process.OpenTasksAsync());
        Assert.Equal(TimerStatus.Pending, (await process.TimersAsync()).Single(t => t.Id == deadline.Id).Status);
    }

    [Fact]
    public async Task Given_a_moved_deadline_then_tasks_and_timer_follow_it_and_the_old_one_is_dropped()
    {
        await using var process = await RoundAsync(1);
        await process.ActAsync((engine, c) => engine.MoveDeadlineAsync(c, "firms", new DateOnly(2026, 3, 27), default));

        await process.LiveUntilAsync(new DateOnly(2026, 3, 27));
        Assert.Equal(["answer 1"], await process.OpenTasksAsync());
        await process.LiveUntilAsync(new DateOnly(2026, 3, 28));

        Assert.Equal(["answer 1", "silence"], await process.OpenTasksAsync());
        Assert.Equal(new DateOnly(2026, 3, 27), await process.Given.ReadAsync(db => Task.FromResult(db.WorkItems.First(i => i.Path == "firms/answer").DueOn)));
    }

    [Fact]
    public async Task Given_an_open_decision_of_the_desk_when_a_moved_deadline_passes_too_then_there_is_one_decision()
    {
        await using var process = await RoundAsync(1);
        await process.LiveUntilAsync(new DateOnly(2026, 3, 21));
        await process.ActAsync((engine, c) => engine.MoveDeadlineAsync(c, "firms", new DateOnly(2026, 3, 24), default));

        await process.LiveUntilAsync(new DateOnly(2026, 3, 25));

        Assert.Equal(["answer 1", "silence"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_for_each_without_deadline_when_one_is_moved_then_only_its_tasks_get_the_day()
    {
        await using var process = await SmallProcess.StartAsync(1, new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm)));

        await process.ActAsync((engine, c) => engine.MoveDeadlineAsync(c, "firms", new DateOnly(2026, 3, 24), default));

        Assert.Empty(await process.TimersAsync());
        Assert.Equal(["answer 1"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_silent_firm_then_it_is_reminded_by_the_ladder_and_not_more_often_than_the_cap()
    {
        var days = new List<DateOnly>();
        await using var process = await LadderAsync(days);

        await process.LiveUntilAsync(new DateOnly(2026, 4, 30));

        // Two working days after Tuesday, then every working day, three in all.
        Assert.Equal([new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 13), new DateOnly(2026, 3, 16)], days);
    }

    [Fact]
    public async Task Given_an_answer_then_no_reminder_follows()
    {
        var days = new List<DateOnly>();
        await using var process = await LadderAsync(days);
        await process.LiveUntilAsync(new DateOnly(2026, 3, 12));

        await process.CompleteAsync("answer", 0);
        await process.LiveUntilAsync(new DateOnly(2026, 3, 20));

        Assert.Equal([new DateOnly(2026, 3, 12)], days);
        Assert.DoesNotContain(await process.TimersAsync(), t => t.Status == TimerStatus.Pending);
    }

    [Fact]
    public async Task Given_a_moved_deadline_then_the_ladder_begins_again()
    {
        var days = new List<DateOnly>();
        await using var process = await LadderAsync(days);
        await process.LiveUntilAsync(new DateOnly(2026, 3, 16));

        await process.ActAsync((engine, c) => engine.MoveDeadlineAsync(c, "firms", new DateOnly(2026, 4, 10), default));
        await process.LiveUntilAsync(new DateOnly(2026, 4, 10));

        Assert.Equal(6, days.Count);
        Assert.Equal(new DateOnly(2026, 3, 18), days[3]);
    }

    [Fact]
    public async Task Given_a_wait_of_years_then_the_case_sleeps_until_that_day_and_wakes_on_it()
    {
        await using var process = await SmallProcess.StartAsync(0,
            new WaitStep("years", (_, _) => Task.FromResult<DateOnly?>(new DateOnly(2033, 1, 3))), new TaskStep("after"));

        process.Clock.GoTo(new DateOnly(2033, 1, 2));
        Assert.Equal(0, await process.FireDueAsync());
        Assert.Empty(await process.OpenTasksAsync());
        process.Clock.GoTo(new DateOnly(2033, 1, 3));
        Assert.Equal(1, await process.FireDueAsync());

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_wait_without_a_day_then_it_is_an_error_and_not_a_sleep_for_ever()
    {
        await using var process = await SmallProcess.StartAsync(0, new WaitStep("never", (_, _) => Task.FromResult<DateOnly?>(null)));

        Assert.Contains("never", await process.Given.ReadAsync(db => db.Incidents.Select(i => i.Reason).SingleAsync()), StringComparison.Ordinal);
    }

    private static Task<SmallProcess> RoundAsync(int firms) => SmallProcess.StartAsync(firms,
        new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm))
            .At((_, _) => Task.FromResult<DateOnly?>(_lastDay), new TaskStep("silence")),
        new TaskStep("after"));

    private static Task<SmallProcess> LadderAsync(List<DateOnly> days) => SmallProcess.StartAsync(1,
        new ForEachStep("firms", SmallProcess.ActiveFirms,
            new TaskStep("answer").For(Parties.ParticipantFirm).Remind(after: 2, every: 1, atMost: 3, (context, _) =>
            {
                Assert.Equal("answer", context.Item?.Name);
                days.Add(context.Calendar.Today());
                return Task.CompletedTask;
            })));
}
