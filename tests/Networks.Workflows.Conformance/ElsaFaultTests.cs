using Networks.Data.Work;
using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance;

/// <summary>What a measured engine lost, doubled or kept silent about; each is a test here.</summary>
public sealed class ElsaFaultTests
{
    private const int Cases = 50;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>There: 0 of 50 finished, without an error and with nothing left to resume.</summary>
    [Fact]
    public async Task Eight_parallel_branches_that_are_completed_at_once_finish_all()
    {
        await using var host = await Hosts.OpenAsync(8, ("branches", Procedures.Branches()));
        for (var i = 0; i < Cases; i++)
        {
            var id = await host.StartAsync("branches", 8);

            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(p => Task.Run(() => host.ActAsync(id, new Complete(Guid.CreateVersion7(), "answer", p)), Stop)));

            var seen = await host.SeeAsync(id);
            Assert.All(answers, a => Assert.Equal(Answer.Done, a));
            Assert.Equal(8, seen.Closed.Count(c => c.EndsWith("Done done", StringComparison.Ordinal)));
            Assert.Equal(["after"], seen.Open);
            Assert.Equal(["announced"], seen.Ledger);
            Assert.Empty(seen.Faults);
        }
    }

    /// <summary>There: 54 of 120 stuck, 21 ghosts, 5 doubled effects.</summary>
    [Fact]
    public async Task Resumes_by_eight_callers_of_whom_the_service_dies_under_every_third_leave_nobody_stuck_and_double_nothing()
    {
        await using var host = await Hosts.OpenAsync(0, ("six", new Chain(
            [.. Enumerable.Range(1, 6).SelectMany(n => new Plan[] { new Ask($"step-{n}"), new Effect($"effect-{n}") })])));
        var cases = new List<Guid>();
        for (var i = 0; i < 24; i++)
        {
            cases.Add(await host.StartAsync("six", 0));
        }

        await Parallel.ForEachAsync(cases.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (one, _) =>
        {
            for (var n = 1; n <= 6; n++)
            {
                var act = new Complete(Guid.CreateVersion7(), $"step-{n}");
                if ((one.Index + n) % 3 == 0)
                {
                    await host.ActAsync(one.Item, act, new Crash(1 + ((one.Index + (5 * n)) % 16), AfterCommit: n % 2 == 0));
                }

                Assert.Equal(Answer.Done, await host.ActAsync(one.Item, act));
            }
        });

        foreach (var id in cases)
        {
            var seen = await host.SeeAsync(id);
            Assert.Equal(("Completed", 6, 6), (seen.State, seen.Closed.Count, seen.Ledger.Distinct().Count()));
            Assert.Equal(6, seen.Ledger.Count);
            Assert.Empty(seen.Faults);
        }
    }

    /// <summary>There: queued, and dropped in silence after a minute.</summary>
    [Fact]
    public async Task A_completion_that_comes_before_its_task_is_refused_and_the_task_waits_when_it_is_there()
    {
        await using var host = await Hosts.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b")));
        var id = await host.StartAsync("tasks", 0);
        var early = new Complete(Guid.CreateVersion7(), "b");

        Assert.Equal(Answer.Refused, await host.ActAsync(id, early));
        await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "a"));
        host.Pass(TimeSpan.FromDays(2));
        Assert.Equal(["b"], (await host.SeeAsync(id)).Open);

        Assert.Equal(Answer.Done, await host.ActAsync(id, early));
        Assert.Equal("Completed", (await host.SeeAsync(id)).State);
    }

    /// <summary>There: a timer of 30 days throws, in mid-commit and again at every start.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(3650)]
    public async Task A_timer_may_be_years_long(int days)
    {
        await using var host = await Hosts.OpenAsync(0, ("sleep", new Chain(new Sleep("rest", days), new Ask("after"))));
        var id = await host.StartAsync("sleep", 0);

        host.Pass(TimeSpan.FromDays(days - 1));
        await host.FireDueAsync();
        Assert.Empty((await host.SeeAsync(id)).Open);
        host.Pass(TimeSpan.FromDays(1));
        await host.FireDueAsync();

        Assert.Equal(["after"], (await host.SeeAsync(id)).Open);
    }

    /// <summary>There: a step was put in without a new version, and a finished step ran again under the old label.</summary>
    [Fact]
    public async Task A_row_whose_step_its_version_does_not_have_is_an_error_and_never_another_step()
    {
        await using var host = await OwnHost.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b")));
        var id = await host.StartAsync("tasks", 0);
        await host.Given.WriteAsync(db =>
        {
            db.Add(new WorkItem(Data.WorkItemId.New(host.Given.Clock), new Data.CaseId(id), db.Scopes.First().Id, "gone", Guid.Empty, host.Given.Clock.GetUtcNow()) { DeskId = host.Given.Lecco.AssociationId });
            return Task.CompletedTask;
        });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.ActAsync(id, new Complete(Guid.CreateVersion7(), "gone")));

        Assert.Contains("has no step 'gone'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "gone"], (await host.SeeAsync(id)).Open);
    }

    /// <summary>There: nobody is named.</summary>
    [Fact]
    public async Task Every_task_says_whom_it_is_for_and_who_ended_it_when()
    {
        await using var host = await OwnHost.OpenAsync(1, ("branches", Procedures.Branches()));
        var id = await host.StartAsync("branches", 1);
        await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "answer", 0));

        var item = await host.Given.ReadAsync(db => Task.FromResult(db.WorkItems.Single(i => i.Status == WorkItemStatus.Done)));

        Assert.Equal((host.Given.Lecco.AssociationId, host.Given.Lecco.Id, host.Given.Clock.GetUtcNow()), (item.DeskId, item.ByOfficer, item.ClosedAt));
        Assert.NotNull(item.ParticipantId);
    }
}
