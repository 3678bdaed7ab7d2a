using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

public sealed class FlowTests
{
    private static readonly string[] _abc = ["a", "b", "c"];

    [Fact]
    public async Task Given_a_sequence_when_tasks_are_done_then_the_next_one_opens_and_at_last_the_process_ends()
    {
        await using var process = await SmallProcess.StartAsync(0, [.. _abc.Select(name => new TaskStep(name))]);

        Assert.Equal(["a"], await process.OpenTasksAsync());
        Assert.True(await process.CompleteAsync("a"));
        Assert.Equal(["b"], await process.OpenTasksAsync());
        Assert.True(await process.CompleteAsync("b"));
        Assert.True(await process.CompleteAsync("c"));

        Assert.Equal(["a Done done", "b Done done", "c Done done"], await process.TasksAsync());
        Assert.Equal(ProcessStatus.Completed, await process.StatusAsync());
    }

    [Fact]
    public async Task Given_a_done_task_when_it_is_completed_again_then_it_is_refused_and_nothing_changes()
    {
        await using var process = await SmallProcess.StartAsync(0, new TaskStep("a"), new TaskStep("b"));

        Assert.True(await process.CompleteAsync("a", outcome: "first"));
        Assert.False(await process.CompleteAsync("a", outcome: "second"));

        Assert.Equal(["a Done first", "b Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_a_process_that_has_ended_when_a_task_is_completed_then_it_is_refused()
    {
        await using var process = await SmallProcess.StartAsync(0, new TaskStep("a"));

        Assert.True(await process.CompleteAsync("a"));
        Assert.False(await process.CompleteAsync("a"));
    }

    [Fact]
    public async Task Given_two_tasks_when_one_act_completes_both_then_both_are_done()
    {
        await using var process = await SmallProcess.StartAsync(0, new TaskStep("a"), new TaskStep("b"), new TaskStep("c"));

        await process.ActAsync(async (engine, c) =>
        {
            Assert.True(await engine.CompleteAsync(c, "a", null, "done", default));
            Assert.True(await engine.CompleteAsync(c, "b", null, "done", default));
        });

        Assert.Equal(["c"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_join_of_all_when_the_last_firm_answers_then_the_flow_goes_on()
    {
        await using var process = await SmallProcess.StartAsync(3, Answers(JoinRule.All), new TaskStep("after"));

        Assert.Equal(["answer 1", "answer 2", "answer 3"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 2);
        await process.CompleteAsync("answer", 0);
        Assert.Equal(["answer 2"], await process.OpenTasksAsync());
        await process.CompleteAsync("answer", 1);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_join_of_any_when_the_first_firm_answers_then_the_other_tasks_close()
    {
        await using var process = await SmallProcess.StartAsync(3, Answers(JoinRule.Any), new TaskStep("after"));

        await process.CompleteAsync("answer", 1, "yes");

        Assert.Equal(["answer 1 Cancelled joined", "answer 2 Done yes", "answer 3 Cancelled joined", "after Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_a_join_of_any_when_every_firm_has_left_then_the_flow_goes_on()
    {
        var root = new ProcessStep(Answers(JoinRule.Any), new TaskStep("after")).On("leaves", Reaction.LeaveBranches);
        await using var process = await SmallProcess.StartAsync(2, root);

        await process.SignalAsync("leaves", 0);
        Assert.Equal(["answer 2"], await process.OpenTasksAsync());
        await process.SignalAsync("leaves", 1);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_nobody_to_ask_then_the_flow_goes_on()
    {
        await using var process = await SmallProcess.StartAsync(0, Answers(JoinRule.All), new TaskStep("after"));

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    public async Task Given_branches_that_end_at_once_then_the_flow_goes_on_once(int needed, int expected)
    {
        var effects = 0;
        var count = new AutomaticStep("count", (_, _) =>
        {
            effects++;
            return Task.CompletedTask;
        });
        await using var process = await SmallProcess.StartAsync(3, new ForEachStep("firms", SmallProcess.ActiveFirms, count).JoinWhen(JoinRule.AtLeast(needed)), new TaskStep("after"));

        Assert.Equal(expected, effects);
        Assert.Equal(["after"], await process.OpenTasksAsync());
        Assert.Equal(0, await process.Given.ReadAsync(db => db.Scopes.CountAsync(s => s.Status == ScopeStatus.Open && s.ParentId != null)));
    }

    [Theory]
    [InlineData(true, "then")]
    [InlineData(false, "otherwise")]
    public async Task Given_a_choice_when_it_is_reached_then_its_condition_is_read_and_the_flow_meets_again(bool yes, string way)
    {
        var reads = false;
        await using var process = await SmallProcess.StartAsync(0,
            new TaskStep("first"),
            new ChoiceStep("which", SmallProcess.Reads(() => reads), new TaskStep("then"), new TaskStep("otherwise")),
            new TaskStep("after"));
        reads = yes;

        await process.CompleteAsync("first");
        Assert.Equal([way], await process.OpenTasksAsync());
        await process.CompleteAsync(way);

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_choice_without_another_way_when_its_condition_does_not_hold_then_the_flow_goes_on()
    {
        await using var process = await SmallProcess.StartAsync(0,
            new ChoiceStep("which", SmallProcess.Reads(() => false), new TaskStep("then"), null), new TaskStep("after"));

        Assert.Equal(["after"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_repetition_when_its_condition_fails_at_the_end_then_the_next_round_is_a_new_scope_and_old_rows_stay()
    {
        var agreed = false;
        await using var process = await SmallProcess.StartAsync(1,
            new RepeatUntilStep("agreed", SmallProcess.Reads(() => agreed), new TaskStep("prepare"), Answers(JoinRule.All)), new TaskStep("after"));

        await process.CompleteAsync("prepare");
        await process.CompleteAsync("answer", 0, "no");
        agreed = true;
        await process.CompleteAsync("prepare");
        await process.CompleteAsync("answer", 0, "yes");

        Assert.Equal(["prepare Done done", "answer 1 Done no", "prepare Done done", "answer 1 Done yes", "after Open"], await process.TasksAsync());
        Assert.Equal([1, 2], await process.Given.ReadAsync(db => db.Scopes.Where(s => s.Path == "agreed").OrderBy(s => s.Round).Select(s => s.Round).ToListAsync()));
    }

    [Fact]
    public async Task Given_a_task_with_a_term_then_it_is_counted_in_working_days()
    {
        await using var process = await SmallProcess.StartAsync(0, new TaskStep("a").Due(Parties.WorkingDays(5)));

        Assert.Equal(new DateOnly(2026, 3, 17), await process.Given.ReadAsync(db => db.WorkItems.Select(i => i.DueOn).SingleAsync()));
    }

    private static ForEachStep Answers(JoinRule rule) =>
        new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("answer").For(Parties.ParticipantFirm)).JoinWhen(rule);

    [Fact]
    public async Task Given_a_set_of_firms_when_its_branches_are_entered_then_their_desks_are_read_once_for_all()
    {
        var few = await StatementsOfEnteringAsync(2);
        var many = await StatementsOfEnteringAsync(8);

        // Each branch writes two rows of its own, its task and its scope; on SQLite each is a statement.
        Assert.True(many <= few + (2 * 6), $"{few} statements for two firms, {many} for eight");
    }

    [Fact]
    public async Task Given_an_effect_within_a_branch_that_moves_a_firm_to_another_desk_then_its_task_is_with_the_new_one()
    {
        AssociationId? como = null;
        var move = new AutomaticStep("move", async (context, ct) =>
            await context.Db.Participants.Where(p => p.Id == new ParticipantId(context.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeskId, como!.Value), ct));
        await using var process = await SmallProcess.StartAsync(2, new TaskStep("before"),
            new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("ask").For(Parties.DeskOfEach), move, new TaskStep("check").For(Parties.DeskOfEach)));
        como = process.Given.Como.AssociationId;

        await process.CompleteAsync("before");
        await process.CompleteAsync("ask", 0);

        var desks = await process.Given.ReadAsync(db => db.WorkItems.Where(i => i.Status == WorkItemStatus.Open).ToDictionaryAsync(i => i.Path, i => i.DeskId));
        Assert.Equal(2, desks.Count);
        Assert.Equal(process.Given.Lecco.AssociationId, desks["firms/ask"]);
        Assert.Equal(como.Value, desks["firms/check"]);
    }

    private static async Task<int> StatementsOfEnteringAsync(int firms)
    {
        var statements = new StatementCount();
        await using var process = await SmallProcess.StartAsync(firms, statements.AddTo,
            new TaskStep("before"), new ForEachStep("firms", SmallProcess.ActiveFirms, new TaskStep("check").For(Parties.DeskOfEach).Due(Parties.WorkingDays(5))));
        return await statements.OfAsync(() => process.CompleteAsync("before"));
    }
}
