using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance;

/// <summary>What every host promises, one sentence a test.</summary>
public sealed class PromiseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_acknowledged_act_is_never_lost_even_when_the_service_dies_before_it_says_so()
    {
        await using var host = await Hosts.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b")));
        var id = await host.StartAsync("tasks", 0);

        Assert.Equal(Answer.Lost, await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "a"), new Crash(AfterCommit: true)));

        Assert.Equal(["b"], (await host.SeeAsync(id)).Open);
    }

    [Fact]
    public async Task An_act_is_applied_once_however_often_it_is_sent()
    {
        await using var host = await Hosts.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b", "c")));
        var id = await host.StartAsync("tasks", 0);
        var act = new Complete(Guid.CreateVersion7(), "a");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => host.ActAsync(id, act), Stop)));

        Assert.All(answers, a => Assert.Equal(Answer.Done, a));
        Assert.Equal(["a Done done"], (await host.SeeAsync(id)).Closed);
    }

    [Fact]
    public async Task The_number_of_an_act_is_not_good_for_another_one()
    {
        await using var host = await Hosts.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b", "c")));
        var id = await host.StartAsync("tasks", 0);
        var number = Guid.CreateVersion7();
        await host.ActAsync(id, new Complete(number, "a"));

        Assert.Equal(Answer.Refused, await host.ActAsync(id, new Complete(number, "b")));
        Assert.Equal(["b"], (await host.SeeAsync(id)).Open);
    }

    [Fact]
    public async Task An_act_is_one_commit()
    {
        await using var host = await Hosts.OpenAsync(8, ("branches", Procedures.Branches(Enough.Any)));
        var id = await host.StartAsync("branches", 8);
        var before = host.Commits;

        await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "answer", 3));

        Assert.Equal(1, host.Commits - before);
        Assert.Equal(["after"], (await host.SeeAsync(id)).Open);
    }

    [Fact]
    public async Task Of_two_who_complete_the_same_task_at_once_one_wins_and_the_other_is_told()
    {
        await using var host = await Hosts.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b")));
        for (var i = 0; i < 10; i++)
        {
            var id = await host.StartAsync("tasks", 0);

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.ActAsync(id, new Complete(Guid.CreateVersion7(), "a")), Stop)));

            Assert.Equal(1, answers.Count(a => a == Answer.Done));
            Assert.Equal(3, answers.Count(a => a == Answer.Refused));
            Assert.Equal(["b"], (await host.SeeAsync(id)).Open);
        }
    }

    [Fact]
    public async Task A_cancelled_case_and_a_completed_task_at_once_leave_nothing_half()
    {
        await using var host = await Hosts.OpenAsync(2, ("branches", Procedures.Branches()));
        for (var i = 0; i < 10; i++)
        {
            var id = await host.StartAsync("branches", 2);

            await Task.WhenAll(
                Task.Run(() => host.ActAsync(id, new Cancel(Guid.CreateVersion7())), Stop),
                Task.Run(() => host.ActAsync(id, new Complete(Guid.CreateVersion7(), "answer", 0)), Stop));

            var seen = await host.SeeAsync(id);
            Assert.Equal(("Cancelled", 0, 0), (seen.State, seen.Open.Count, seen.Timers));
            Assert.Empty(seen.Faults);
        }
    }

    [Fact]
    public async Task A_timer_is_never_early_and_works_once_whoever_wakes_how_often()
    {
        await using var host = await Hosts.OpenAsync(0, ("sleep", new Chain(new Sleep("rest", 3), new Effect("woke"), new Ask("after"))));
        var id = await host.StartAsync("sleep", 0);

        host.Pass(TimeSpan.FromHours(59));
        await host.FireDueAsync();
        Assert.Empty((await host.SeeAsync(id)).Open);
        host.Pass(TimeSpan.FromHours(13));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.FireDueAsync(), Stop)));

        var seen = await host.SeeAsync(id);
        Assert.Equal(["after"], seen.Open);
        Assert.Equal(["woke"], seen.Ledger);
        Assert.Equal(0, seen.Timers);
    }

    [Fact]
    public async Task A_case_that_began_on_one_version_ends_on_it_though_there_is_a_newer_one()
    {
        await using var before = await OwnHost.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b")));
        var id = await before.StartAsync("tasks", 0);
        await using var host = await Hosts.OpenAsync(0, ("tasks", Procedures.Tasks("a", "b")), ("tasks", Procedures.Tasks("a", "new", "b")));
        var newer = await host.StartAsync("tasks", 0);

        await before.ActAsync(id, new Complete(Guid.CreateVersion7(), "a"));
        await host.ActAsync(newer, new Complete(Guid.CreateVersion7(), "a"));

        Assert.Equal(["b"], (await before.SeeAsync(id)).Open);
        Assert.Equal(["new"], (await host.SeeAsync(newer)).Open);
    }

    [Fact]
    public async Task The_journal_has_one_row_an_effect_and_its_chain_is_whole()
    {
        await using var host = await Hosts.OpenAsync(3, ("branches", Procedures.Branches()));
        var id = await host.StartAsync("branches", 3);
        for (var i = 0; i < 3; i++)
        {
            var act = new Complete(Guid.CreateVersion7(), "answer", i);
            await host.ActAsync(id, act, new Crash(BeforeCommit: true));
            await host.ActAsync(id, act);
            await host.ActAsync(id, act);
        }

        var seen = await host.SeeAsync(id);
        Assert.Equal(["announced"], seen.Ledger);
        Assert.Empty(seen.Faults);
    }

    [Fact]
    public async Task A_suspended_case_rests_and_wakes_as_it_was()
    {
        await using var host = await Hosts.OpenAsync(2, ("talk", Procedures.Negotiation(Enough.All)));
        var id = await host.StartAsync("talk", 2);
        await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "prepare"));
        await host.ActAsync(id, new Suspend(Guid.CreateVersion7()));

        Assert.Equal(Answer.Refused, await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "answer", 0)));
        host.Pass(TimeSpan.FromDays(30));
        await host.FireDueAsync();
        Assert.Equal(["answer 1", "answer 2"], (await host.SeeAsync(id)).Open);
        await host.ActAsync(id, new Resume(Guid.CreateVersion7()));
        host.Pass(TimeSpan.FromDays(7));
        await host.FireDueAsync();

        Assert.Equal(["answer 1", "answer 2", "silence"], (await host.SeeAsync(id)).Open);
    }
}
