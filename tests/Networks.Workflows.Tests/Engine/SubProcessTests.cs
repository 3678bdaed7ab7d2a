using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Tests.Engine;

public sealed class SubProcessTests
{
    [Fact]
    public async Task Given_a_step_that_runs_another_definition_when_that_has_ended_then_the_flow_goes_on()
    {
        await using var process = await StartAsync(0, new TaskStep("before"), new SubProcessStep("amend", Child.ProcessName), new TaskStep("after"));

        await process.CompleteAsync("before");
        Assert.Equal(["first"], await process.OpenTasksAsync());
        await process.CompleteAsync("first");
        await process.CompleteAsync("second");
        Assert.Equal(["after"], await process.OpenTasksAsync());
        await process.CompleteAsync("after");

        Assert.Equal(["child Completed", "small Completed"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_a_sub_process_for_each_firm_then_its_tasks_are_about_the_firm_and_the_join_waits_for_all()
    {
        await using var process = await StartAsync(2,
            new ForEachStep("firms", SmallProcess.ActiveFirms, new SubProcessStep("amend", Child.ProcessName)), new TaskStep("after"));

        Assert.Equal(["first 1", "first 2"], await process.OpenTasksAsync());
        await process.CompleteAsync("first", 1);
        await process.CompleteAsync("second", 1);
        Assert.Equal(["first 1"], await process.OpenTasksAsync());
        await process.CompleteAsync("first", 0);
        await process.CompleteAsync("second", 0);

        Assert.Equal(["after"], await process.OpenTasksAsync());
        Assert.Equal(["child Completed", "child Completed", "small Running"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_a_repetition_around_a_sub_process_then_each_round_runs_it_anew()
    {
        var enough = false;
        await using var process = await StartAsync(0,
            new RepeatUntilStep("enough", SmallProcess.Reads(() => enough), new SubProcessStep("amend", Child.ProcessName)), new TaskStep("after"));

        await process.CompleteAsync("first");
        await process.CompleteAsync("second");
        enough = true;
        await process.CompleteAsync("first");
        await process.CompleteAsync("second");

        Assert.Equal(["after"], await process.OpenTasksAsync());
        Assert.Equal(["child Completed", "child Completed", "small Running"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_a_firm_that_leaves_then_its_sub_process_ends_with_it()
    {
        var root = new ProcessStep(new ForEachStep("firms", SmallProcess.ActiveFirms, new SubProcessStep("amend", Child.ProcessName)), new TaskStep("after"))
            .On("leaves", Reaction.LeaveBranches);
        await using var process = await StartAsync(2, root);

        await process.SignalAsync("leaves", 0);
        Assert.Equal(["first 2"], await process.OpenTasksAsync());
        await process.SignalAsync("leaves", 1);

        Assert.Equal(["first 1 Left left", "first 2 Left left", "after Open"], await process.TasksAsync());
        Assert.Equal(["child Cancelled", "child Cancelled", "small Running"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_a_fact_that_cancels_the_sub_process_alone_then_the_flow_around_it_goes_on()
    {
        await using var process = await StartAsync(0, new SubProcessStep("amend", Child.ProcessName), new TaskStep("after"));

        await process.SignalAsync("given-up");

        Assert.Equal(["first Cancelled given-up", "after Open"], await process.TasksAsync());
        Assert.Equal(["child Cancelled", "small Running"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_the_case_is_abandoned_then_the_sub_process_ends_with_its_case()
    {
        await using var process = await StartAsync(0, new ProcessStep(new SubProcessStep("amend", Child.ProcessName)).On("abandoned", Reaction.CancelProcess));

        await process.SignalAsync("abandoned");

        Assert.Empty(await process.OpenTasksAsync());
        Assert.Equal(["child Cancelled", "small Cancelled"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_a_step_that_is_superseded_while_its_sub_process_runs_then_the_flow_goes_on_after_it()
    {
        await using var process = await StartAsync(0, new SubProcessStep("amend", Child.ProcessName).On("text", Reaction.Supersede), new TaskStep("after"));

        await process.SignalAsync("text");

        Assert.Equal(["first Superseded text", "after Open"], await process.TasksAsync());
    }

    [Fact]
    public async Task Given_a_sub_process_with_phases_then_the_case_keeps_its_own_phase()
    {
        await using var process = await StartAsync(0,
            new PhaseStep("signing", CasePhase.Signing, new SubProcessStep("amend", Child.ProcessName)), new TaskStep("after"));

        Assert.Equal(CasePhase.Signing, await process.Given.ReadAsync(db => db.Cases.Where(c => c.Id == process.CaseId).Select(c => c.Phase).SingleAsync()));
    }

    private static Task<SmallProcess> StartAsync(int firms, params Step[] steps) =>
        SmallProcess.StartAsync(firms, services => services.AddSingleton<ProcessDefinition, Child>(), steps);

    private static Task<List<string>> ProcessesAsync(SmallProcess process) => process.Given.ReadAsync(async db =>
        (await db.Processes.Where(p => p.CaseId == process.CaseId).ToListAsync()).Select(p => $"{p.Name} {p.Status}").Order(StringComparer.Ordinal).ToList());

    private sealed class Child : ProcessDefinition
    {
        public const string ProcessName = "child";

        public override string Name => ProcessName;

        public override int Version => 1;

        protected override ProcessStep Define() => (ProcessStep)Process(
            Phase("drafting", CasePhase.Drafting, Task("first").For(Parties.OwnerDesk), Task("second").For(Parties.OwnerDesk)))
            .On("given-up", Reaction.CancelProcess);
    }
}
