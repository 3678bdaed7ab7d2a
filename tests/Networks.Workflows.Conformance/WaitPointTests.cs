using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance;

/// <summary>Every reaction at every place where a process can wait: it is answered there, once, and nothing is left behind.</summary>
public sealed class WaitPointTests
{
    private static readonly string[] _points = ["task", "branches", "one-answered", "silence", "explain", "sleep", "second-round", "part", "resting"];

    private static readonly string[] _facts = ["objects", "joins", "again", "leaves", "text", "abandoned", "unheard"];

    public static TheoryData<string, string> All => new(_points.SelectMany(p => _facts.Select(f => (p, f))));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_fact_at_a_wait_point_is_answered_and_leaves_the_case_sound(string point, string fact)
    {
        await using var host = await Hosts.OpenAsync(3, ("talk", Procedures.Negotiation(Enough.All)),
            ("around", new Hearing(new Chain(new Sleep("rest", 2), new Hearing(new Part("inside", "talk"), new On("text", What.Supersede)), new Ask("end")), new On("abandoned", What.CancelAll))));
        var id = await host.StartAsync(point is "sleep" or "part" ? "around" : "talk", 3);
        await ReachAsync(host, id, point);
        var before = await host.SeeAsync(id);
        var tell = new Tell(Guid.CreateVersion7(), fact, fact is "text" or "abandoned" ? null : 1);

        Assert.Equal(Answer.Lost, await host.ActAsync(id, tell, new Crash(BeforeCommit: true)));
        Assert.Equal(Answer.Done, await host.ActAsync(id, tell));
        Assert.Equal(Answer.Done, await host.ActAsync(id, tell));

        var seen = await host.SeeAsync(id);
        Assert.Empty(seen.Faults);
        Assert.Equal(Expected(point, fact, before), string.Join(", ", seen.Open));
        Assert.Equal(fact == "abandoned" ? "Cancelled" : "Running", seen.State);
    }

    /// <summary>What is open afterwards.</summary>
    private static string Expected(string point, string fact, Seen before)
    {
        var open = before.Open.ToList();
        var inRound = point is "branches" or "one-answered" or "silence" or "explain" or "resting" or "second-round";
        switch (fact)
        {
            case "abandoned":
                return "";
            case "objects" when inRound:
                open.Add("explain 2");
                break;
            case "joins" or "again" when point is "one-answered":
                open.Add("answer 2");
                break;
            case "leaves":
                open.RemoveAll(t => t.EndsWith(" 2", StringComparison.Ordinal));
                break;
            case "text" when point is "second-round":
                return "after";
            case "text" when inRound:
                return "prepare";
            case "text" when point is "part":
                return "end";
        }

        return string.Join(", ", open.Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task ReachAsync(IEngineHost host, Guid id, string point)
    {
        Task<Answer> Complete(string task, int? party = null) => host.ActAsync(id, new Complete(Guid.CreateVersion7(), task, party));
        switch (point)
        {
            case "part":
                host.Pass(TimeSpan.FromDays(3));
                await host.FireDueAsync();
                break;
            case "branches" or "one-answered" or "silence" or "explain" or "second-round" or "resting":
                await Complete("prepare");
                break;
        }

        switch (point)
        {
            case "one-answered":
                await Complete("answer", 1);
                break;
            case "silence":
                host.Pass(TimeSpan.FromDays(9));
                await host.FireDueAsync();
                break;
            case "explain":
                await host.ActAsync(id, new Tell(Guid.CreateVersion7(), "objects", 0));
                break;
            case "second-round":
                await host.ActAsync(id, new Tell(Guid.CreateVersion7(), "text"));
                await Complete("prepare");
                break;
            case "resting":
                await host.ActAsync(id, new Suspend(Guid.CreateVersion7()));
                break;
        }
    }
}
