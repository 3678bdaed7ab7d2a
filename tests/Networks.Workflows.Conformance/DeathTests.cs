using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance;

/// <summary>The service dies at every statement of an act, one after the other, until the act gets through.</summary>
public sealed class DeathTests
{
    private static readonly Func<Guid, Act>[] _acts =
    [
        n => new Complete(n, "prepare"),
        n => new Tell(n, "objects", 0),
        n => new Complete(n, "answer", 0, "objected"),
        n => new Tell(n, "again", 0),
        n => new Tell(n, "leaves", 1),
        n => new Complete(n, "explain", 0),
        n => new Complete(n, "answer", 0),
        n => new Complete(n, "answer", 2),
        n => new Complete(n, "prepare"),
        n => new Tell(n, "joins", 1),
        n => new Tell(n, "text"),
        n => new Complete(n, "after"),
    ];

    [Fact]
    public async Task Wherever_the_service_dies_an_act_is_wholly_there_or_wholly_absent_and_its_repetition_ends_it_once()
    {
        await using var host = await Hosts.OpenAsync(3, ("talk", Procedures.Negotiation(Enough.All)));
        var id = await host.StartAsync("talk", 3);
        var deaths = 0;
        foreach (var act in _acts.Select(a => a(Guid.CreateVersion7())))
        {
            var before = await host.SeeAsync(id);
            for (var statement = 1; await host.ActAsync(id, act, new Crash(statement)) is Answer.Lost; statement++)
            {
                Same(before, await host.SeeAsync(id), $"{act} died at statement {statement}");
                deaths++;
            }

            var after = await host.SeeAsync(id);
            Assert.Equal(Answer.Done, await host.ActAsync(id, act));
            Same(after, await host.SeeAsync(id), $"{act} repeated");
        }

        var end = await host.SeeAsync(id);
        Assert.Equal(("Completed", 1), (end.State, end.Ledger.Count));
        Assert.True(deaths >= 60, $"only {deaths} deaths");
    }

    [Fact]
    public async Task Wherever_the_service_dies_while_a_timer_fires_it_fires_within_a_minute_and_once()
    {
        await using var host = await Hosts.OpenAsync(2, ("talk", Procedures.Negotiation(Enough.All)));
        for (var statement = 1; ; statement++)
        {
            var id = await host.StartAsync("talk", 2);
            await host.ActAsync(id, new Complete(Guid.CreateVersion7(), "prepare"));
            host.Pass(TimeSpan.FromDays(8));
            var died = await host.FireDueAsync(new Crash(statement)) == Answer.Lost;
            host.Pass(TimeSpan.FromMinutes(1));
            await host.FireDueAsync();
            await host.FireDueAsync();

            Assert.Equal(["answer 1", "answer 2", "silence"], (await host.SeeAsync(id)).Open);
            await host.ActAsync(id, new Cancel(Guid.CreateVersion7()));
            if (!died)
            {
                Assert.True(statement > 5, $"only {statement} statements");
                return;
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_death_around_the_commit_of_a_timer_loses_nothing_and_doubles_nothing(bool before)
    {
        await using var host = await Hosts.OpenAsync(0, ("sleep", new Chain(new Sleep("rest", 1), new Effect("woke"), new Ask("after"))));
        var id = await host.StartAsync("sleep", 0);
        host.Pass(TimeSpan.FromDays(2));

        await host.FireDueAsync(new Crash(BeforeCommit: before, AfterCommit: !before));
        host.Pass(TimeSpan.FromMinutes(1));
        await host.FireDueAsync();

        var seen = await host.SeeAsync(id);
        Assert.Equal(["after"], seen.Open);
        Assert.Equal(["woke"], seen.Ledger);
    }

    private static void Same(Seen expected, Seen actual, string when)
    {
        Assert.Empty(actual.Faults);
        Assert.True(
            expected.State == actual.State && expected.Open.SequenceEqual(actual.Open) && expected.Closed.SequenceEqual(actual.Closed)
                && expected.Ledger.SequenceEqual(actual.Ledger) && expected.Timers == actual.Timers && expected.Journal == actual.Journal,
            $"{when}: {string.Join(", ", expected.Open)} became {string.Join(", ", actual.Open)}");
    }
}
