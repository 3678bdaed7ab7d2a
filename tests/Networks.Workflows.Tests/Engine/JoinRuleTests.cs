using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Tests.Engine;

/// <summary>The clock starts on Tuesday 10 March 2026.</summary>
public sealed class JoinRuleTests
{
    private static readonly DateOnly _lastDay = new(2026, 3, 20);

    [Fact]
    public async Task Given_two_of_four_when_two_have_answered_then_the_others_need_not_answer()
    {
        await using var process = await RoundAsync(4, JoinRule.AtLeast(2));

        await process.CompleteAsync("answer", 3);
        Assert.Equal(["answer 1", "answer 2", "answer 3"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 0);

        Assert.Equal(["answer 1 Done done", "answer 2 Cancelled joined", "answer 3 Cancelled joined", "answer 4 Done done", "after Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_all_but_one_when_one_is_silent_then_the_flow_goes_on_without_it()
    {
        await using var process = await RoundAsync(3, JoinRule.AllBut(1));

        await process.CompleteAsync("answer", 0);
        Assert.Equal(["answer 2", "answer 3"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 2);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_all_but_three_of_two_then_at_least_one_answers()
    {
        await using var process = await RoundAsync(2, JoinRule.AllBut(3));

        Assert.Equal(["answer 1", "answer 2"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 1);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_firm_that_leaves_then_the_rule_is_read_again_over_those_who_stay(bool atLeast)
    {
        await using var process = await RoundAsync(3, atLeast ? JoinRule.AtLeast(3) : JoinRule.AllBut(1));
        await process.CompleteAsync("answer", 0);

        await process.SignalAsync("leaves", 1);
        if (atLeast)
        {
            Assert.Equal(["answer 3"], await process.OpenTasksAsync());
            await process.CompleteAsync("answer", 2);
        }

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_two_of_three_when_a_firm_joins_then_it_is_asked_and_two_are_still_enough()
    {
        await using var process = await RoundAsync(3, JoinRule.AtLeast(2), asked: 2);

        await process.CompleteAsync("answer", 0);
        await process.SignalAsync("joins", 2);
        Assert.Equal(["answer 2", "answer 3"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 2);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_join_at_the_deadline_when_it_passes_then_those_who_answered_count_and_the_others_were_too_late()
    {
        await using var process = await UntilAsync(3);
        await process.CompleteAsync("answer", 1, "yes");

        await process.LiveUntilAsync(_lastDay);
        Assert.Equal(["answer 1", "answer 3"], await process.OpenTasksAsync());
        await process.LiveUntilAsync(_lastDay.AddDays(1));

        Assert.Equal(["answer 1 Cancelled deadline-passed", "answer 2 Done yes", "answer 3 Cancelled deadline-passed", "after Open"], await process.TasksAsync());
        Assert.False(await process.CompleteAsync("answer", 0));
    }

    [Fact]
    public async Task Given_a_join_at_the_deadline_when_all_have_answered_before_then_nobody_waits_for_it()
    {
        await using var process = await UntilAsync(2);
        await process.CompleteAsync("answer", 0);
        await process.CompleteAsync("answer", 1);

        Assert.Equal(["after"], await process.OpenTasksAsync());
        Assert.Equal([TimerStatus.Dropped], (await process.TimersAsync()).Select(t => t.Status));
    }

    [Fact]
    public async Task Given_an_objection_that_the_desk_still_answers_when_the_deadline_passes_then_the_flow_waits_for_the_desk_only()
    {
        await using var process = await UntilAsync(2);
        await process.SignalAsync("objects", 0);

        await process.LiveUntilAsync(_lastDay.AddDays(1));
        Assert.Equal(["explain 1"], await process.OpenTasksAsync());
        await process.CompleteAsync("explain", 0);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_moved_last_day_then_the_join_moves_with_it()
    {
        await using var process = await UntilAsync(1);
        await process.ActAsync((engine, c) => engine.MoveDeadlineAsync(c, "firms", _lastDay.AddDays(7), default));

        await process.LiveUntilAsync(_lastDay.AddDays(7));
        Assert.Equal(["answer 1"], await process.OpenTasksAsync());
        await process.LiveUntilAsync(_lastDay.AddDays(8));

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Given_a_join_of_nobody_then_the_definition_is_refused(int branches)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => JoinRule.AtLeast(branches));
        Assert.Throws<ArgumentOutOfRangeException>(() => JoinRule.AllBut(branches));
    }

    private static Task<SmallProcess> RoundAsync(int firms, JoinRule rule, int? asked = null)
    {
        var round = new ForEachStep("firms", async (c, ct) => [.. (await SmallProcess.ActiveFirms(c, ct)).Take(asked ?? firms)],
            new TaskStep("answer").For(Parties.ParticipantFirm)).JoinWhen(rule);
        round.On("joins", Reaction.AddBranch);
        return SmallProcess.StartAsync(firms, new ProcessStep(round, new TaskStep("after")).On("leaves", Reaction.LeaveBranches));
    }

    private static Task<SmallProcess> UntilAsync(int firms)
    {
        var round = new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm))
            .Until((_, _) => Task.FromResult<DateOnly?>(_lastDay));
        round.On("objects", Reaction.Open(new TaskStep("explain").For(Parties.DeskOfEach)));
        return SmallProcess.StartAsync(firms, round, new TaskStep("after"));
    }
}
