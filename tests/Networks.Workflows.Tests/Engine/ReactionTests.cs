using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Tests.Engine;

public sealed class ReactionTests
{
    [Fact]
    public async Task Given_an_objection_then_the_others_go_on_and_the_flow_waits_for_the_desk_too()
    {
        await using var process = await RoundAsync(2);

        await process.SignalAsync("objects", 0);
        await process.CompleteAsync("answer", 0, "objected");
        await process.CompleteAsync("answer", 1, "approved");
        Assert.Equal(["explain 1"], await process.OpenTasksAsync());
        await process.CompleteAsync("explain", 0);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_an_act_that_objects_and_answers_at_once_then_the_flow_waits_for_the_desk()
    {
        await using var process = await RoundAsync(1);

        await process.ActAsync(async (engine, c) =>
        {
            await engine.SignalAsync(c, "objects", process.Firms[0], default);
            await engine.CompleteAsync(c, "answer", process.Firms[0], "objected", default);
        });

        Assert.Equal(["explain 1"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_an_open_objection_when_the_same_firm_objects_again_then_the_desk_has_one_task()
    {
        await using var process = await RoundAsync(2);

        await process.SignalAsync("objects", 0);
        await process.SignalAsync("objects", 0);
        await process.SignalAsync("objects", 1);

        Assert.Equal(["answer 1", "answer 2", "explain 1", "explain 2"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_firm_with_an_open_objection_when_it_leaves_then_the_flow_does_not_wait_for_it()
    {
        await using var process = await RoundAsync(2);
        await process.SignalAsync("objects", 0);
        await process.CompleteAsync("answer", 0, "objected");
        await process.CompleteAsync("answer", 1, "approved");

        await process.SignalAsync("leaves", 0);

        Assert.Equal(["answer 1 Done objected", "answer 2 Done approved", "explain 1 Left left", "after Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_a_silent_firm_when_it_leaves_then_its_task_and_reminders_close_and_the_join_holds()
    {
        await using var process = await RoundAsync(2);
        await process.CompleteAsync("answer", 1);

        await process.SignalAsync("leaves", 0);

        Assert.Equal(["answer 1 Left left", "answer 2 Done done", "after Open"], await process.TasksAsync());
        Assert.DoesNotContain(await process.TimersAsync(), t => t.Status == TimerStatus.Pending);
    }

    [Fact]
    public async Task Given_a_firm_that_joins_then_it_is_asked_and_waited_for()
    {
        await using var process = await RoundAsync(3, asked: 1);
        Assert.Equal(["answer 1"], await process.OpenTasksAsync());

        await process.SignalAsync("joins", 1);
        await process.SignalAsync("joins", 1);
        await process.CompleteAsync("answer", 0);
        Assert.Equal(["answer 2"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 1);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_firm_that_is_asked_again_then_it_has_one_open_task_and_only_the_new_answer_counts(bool answered)
    {
        await using var process = await RoundAsync(2);
        await process.CompleteAsync("answer", 1);
        await process.SignalAsync("objects", 0);
        if (answered)
        {
            await process.CompleteAsync("answer", 0, "objected");
        }

        await process.SignalAsync("again", 0);
        await process.CompleteAsync("explain", 0);
        Assert.Equal(["answer 1"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 0, "approved");

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_firm_that_is_asked_three_times_then_the_newest_asking_is_the_open_one()
    {
        await using var process = await RoundAsync(1);

        await process.SignalAsync("again", 0);
        await process.SignalAsync("again", 0);

        Assert.Equal(["answer 1 Superseded asked-again", "answer 1 Superseded asked-again", "answer 1 Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_a_changed_text_then_open_answers_are_superseded_and_the_flow_goes_on_after_the_round()
    {
        await using var process = await RoundAsync(2);
        await process.CompleteAsync("answer", 0, "approved");
        await process.SignalAsync("objects", 1);

        await process.SignalAsync("text");

        Assert.Equal(["answer 1 Done approved", "answer 2 Superseded text", "explain 2 Superseded text", "after Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_an_inner_and_an_outer_reaction_then_the_inner_one_is_first_and_its_effects_are_seen_by_the_outer()
    {
        var order = new List<string>();
        Effect Note(string word) => (_, _) =>
        {
            order.Add(word);
            return Task.CompletedTask;
        };
        var root = new ProcessStep(
            new PhaseStep("drafting", Data.Cases.CasePhase.Drafting,
                new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm))
                    .On("text", Reaction.Supersede.With(Note("inner"))),
                new TaskStep("between")))
            .On("text", Reaction.Open(new TaskStep("outer")).With(Note("outer")));
        await using var process = await SmallProcess.StartAsync(1, root);

        await process.SignalAsync("text");

        Assert.Equal(["inner", "outer"], order);
        Assert.Equal(["answer 1 Superseded text", "between Open", "outer Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_a_scope_that_an_inner_reaction_has_ended_then_it_does_not_react_itself()
    {
        var outer = 0;
        var repeat = new PhaseStep("outer", Data.Cases.CasePhase.Drafting,
            new PhaseStep("inner", Data.Cases.CasePhase.Drafting, new TaskStep("a")).On("text", Reaction.Supersede));
        repeat.On("text", Reaction.Supersede.With((_, _) =>
        {
            outer++;
            return Task.CompletedTask;
        }));
        await using var process = await SmallProcess.StartAsync(0, repeat, new TaskStep("after"));

        await process.SignalAsync("text");

        Assert.Equal(0, outer);
        Assert.Equal(["a Superseded text", "after Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_an_abandoned_case_then_nothing_is_open_and_nothing_will_fire()
    {
        await using var process = await RoundAsync(2);
        await process.SignalAsync("objects", 0);

        await process.SignalAsync("abandoned");
        await process.LiveUntilAsync(new DateOnly(2026, 4, 10));

        Assert.Empty(await process.OpenTasksAsync());
        Assert.DoesNotContain(await process.TimersAsync(), t => t.Status is TimerStatus.Pending or TimerStatus.Fired);
        Assert.Equal(ProcessStatus.Cancelled, await process.StatusAsync());
        Assert.False(await process.CompleteAsync("answer", 0));
    }

    [Fact]
    public async Task Given_an_open_task_beside_the_flow_when_the_process_ends_then_it_closes()
    {
        var root = new ProcessStep(new TaskStep("a")).On("objects", Reaction.Open(new TaskStep("explain")));
        await using var process = await SmallProcess.StartAsync(1, root);
        await process.SignalAsync("objects", 0);

        await process.CompleteAsync("a");

        Assert.Equal(["a Done done", "explain 1 Cancelled process-ended"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_an_open_task_beside_a_repetition_when_its_round_ends_then_it_closes_with_it()
    {
        var ended = false;
        var repeat = new RepeatUntilStep("ended", SmallProcess.Reads(() => ended), new TaskStep("a"));
        repeat.On("objects", Reaction.Open(new TaskStep("explain")));
        await using var process = await SmallProcess.StartAsync(1, repeat, new TaskStep("after"));
        await process.SignalAsync("objects", 0);

        await process.CompleteAsync("a");
        Assert.Equal(["a"], await process.OpenTasksAsync());
        ended = true;
        await process.CompleteAsync("a");

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public void Given_a_step_without_a_scope_then_it_cannot_react() =>
        Assert.Throws<InvalidOperationException>(() => new TaskStep("a").On("text", Reaction.Supersede));

    private static async Task<SmallProcess> RoundAsync(int firms, int? asked = null)
    {
        var round = new ForEachStep("firms", async (c, ct) => [.. (await SmallProcess.ActiveFirms(c, ct)).Take(asked ?? firms)],
                new TaskStep("answer").For(Parties.ParticipantFirm).Remind(after: 5, every: 3, atMost: 3, (_, _) => Task.CompletedTask))
            .At((_, _) => Task.FromResult<DateOnly?>(new DateOnly(2026, 3, 20)), new TaskStep("silence"));
        round.On("objects", Reaction.Open(new TaskStep("explain").For(Parties.DeskOfEach)))
            .On("again", Reaction.AskBranchAgain)
            .On("joins", Reaction.AddBranch)
            .On("text", Reaction.Supersede);
        return await SmallProcess.StartAsync(firms, new ProcessStep(round, new TaskStep("after"))
            .On("leaves", Reaction.LeaveBranches)
            .On("abandoned", Reaction.CancelProcess));
    }
}
