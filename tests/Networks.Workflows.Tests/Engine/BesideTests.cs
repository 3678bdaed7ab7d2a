using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Tests.Engine;

public sealed class BesideTests
{
    [Fact]
    public async Task Given_a_process_beside_the_path_when_either_goes_on_then_the_other_stays_where_it_is()
    {
        await using var process = await StartAsync();

        await process.CompleteAsync("of-the-path");
        Assert.Equal(["watch", "later"], await process.OpenTasksAsync());
        await process.CompleteAsync("watch");
        await process.CompleteAsync("later");

        Assert.Equal(["beside Completed", "small Completed"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_a_fact_when_it_is_told_then_the_path_and_what_runs_beside_it_react()
    {
        await using var process = await StartAsync();

        await process.SignalAsync("told");

        Assert.Equal(["of-the-path", "watch", "seen-by-the-path", "seen-beside"], (await process.OpenTasksAsync()).OrderBy(t => t.StartsWith("seen", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Given_a_phase_beside_the_path_then_the_case_keeps_the_phase_of_its_path()
    {
        await using var process = await StartAsync();

        Assert.Equal(CasePhase.Drafting, await process.Given.ReadAsync(db => db.Cases.Where(c => c.Id == process.CaseId).Select(c => c.Phase).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_case_that_ends_then_nothing_of_it_is_left_open()
    {
        await using var process = await StartAsync();

        await process.ActAsync((engine, c) => engine.CancelAsync(c, "over", default));

        Assert.Empty(await process.OpenTasksAsync());
        Assert.Equal(["beside Cancelled", "small Cancelled"], await ProcessesAsync(process));
    }

    [Fact]
    public async Task Given_two_beside_about_two_things_when_one_is_given_up_then_the_other_and_the_path_go_on()
    {
        await using var process = await StartAsync();
        var (first, second) = (new Guid("0198c0de-0000-7000-8000-000000000001"), new Guid("0198c0de-0000-7000-8000-000000000002"));
        await process.ActAsync((engine, c) => engine.StartBesideAsync(c, "beside", first, default));
        await process.ActAsync((engine, c) => engine.StartBesideAsync(c, "beside", second, default));

        await process.ActAsync((engine, c) => engine.CancelBesideAsync(c, first, "given-up", default));

        var items = await process.Given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == process.CaseId && i.Path.EndsWith("watch")).ToListAsync());
        Assert.Equal([(Guid.Empty, true), (first, false), (second, true)], items.Select(i => (i.SubjectId, i.IsOpen)).Order());
    }

    private static async Task<SmallProcess> StartAsync()
    {
        var path = (ProcessStep)new ProcessStep(new PhaseStep("drafting", CasePhase.Drafting, new TaskStep("of-the-path"), new TaskStep("later")))
            .On("told", Reaction.Open(new TaskStep("seen-by-the-path")));
        var process = await SmallProcess.StartAsync(0, services => services.AddSingleton<ProcessDefinition>(new Beside()), path);
        await process.ActAsync((engine, c) => engine.StartBesideAsync(c, "beside", default));
        return process;
    }

    private static Task<List<string>> ProcessesAsync(SmallProcess process) => process.Given.ReadAsync(db =>
        db.Processes.Where(p => p.CaseId == process.CaseId).OrderBy(p => p.Name).Select(p => p.Name + " " + p.Status).ToListAsync());

    private sealed class Beside : ProcessDefinition
    {
        public override string Name => "beside";

        public override int Version => 1;

        protected override ProcessStep Define() => (ProcessStep)new ProcessStep(new PhaseStep("watching", CasePhase.FollowUp, new TaskStep("watch")))
            .On("told", Reaction.Open(new TaskStep("seen-beside")));
    }
}
