using Networks.Workflows.Conformance.Host;

namespace Networks.Workflows.Conformance.Model;

/// <param name="Kind">Which act.</param>
/// <param name="Death">Up to 30: none; then before or after the commit; above: at a statement.</param>
internal sealed record Doing(int Kind, int Party, int Death)
{
    public override string ToString() => $"{Walk.Name(this)}{(Walk.CrashOf(Death) is { } crash ? $" ({crash})" : "")}";
}

/// <summary>One sequence on a case of its own, the engine beside the model.</summary>
internal sealed class Walk(IEngineHost host, Enough enough, int parties)
{
    /// <summary>Acts that move on are more frequent than those that stop.</summary>
    private static readonly string[] _kinds =
    [
        "prepare", "prepare", "prepare", "answer", "answer", "answer", "answer", "explain", "silence", "after",
        "objects", "again", "joins", "leaves", "text", "time", "time", "suspend", "resume", "resume", "abandoned",
    ];

    private readonly List<string> _done = [];
    private RoundModel _model = new(parties, enough, host.Today);
    private Guid _case;

    public static int Kinds => _kinds.Length;

    public static string Name(Doing doing) => _kinds[doing.Kind] is var kind and ("answer" or "explain" or "objects" or "again" or "joins" or "leaves")
        ? $"{kind} {doing.Party + 1}"
        : _kinds[doing.Kind];

    public static Crash? CrashOf(int death) => death switch
    {
        <= 30 => null,
        31 or 32 or 33 => new Crash(BeforeCommit: true),
        34 or 35 or 36 => new Crash(AfterCommit: true),
        _ => new Crash(AtStatement: death - 36),
    };

    public async Task<bool> GoAsync(IReadOnlyList<Doing> sequence)
    {
        _case = await host.StartAsync("talk", parties);
        foreach (var doing in sequence)
        {
            _done.Add(doing.ToString());
            await (_kinds[doing.Kind] == "time" ? PassAsync(doing) : ActAsync(doing));
        }

        // The clock's job of the next sequence is not to find this one's timers.
        await host.ActAsync(_case, new Cancel(Guid.CreateVersion7()));
        return true;
    }

    private async Task ActAsync(Doing doing)
    {
        var act = ActOf(doing);
        var after = _model.Copy();
        var expected = after.Do(act);
        var answer = await host.ActAsync(_case, act, CrashOf(doing.Death));
        if (answer == Answer.Lost)
        {
            Agree(await host.SeeAsync(_case), CrashOf(doing.Death) switch
            {
                { BeforeCommit: true } => [_model],
                { AfterCommit: true } => [after],
                _ => [_model, after],
            });
        }
        else
        {
            Assert.True(answer == expected, $"after {string.Join(", ", _done)}: {answer} instead of {expected}");
        }

        // Sent again by whoever did not hear the answer, or pressed twice.
        if (answer == Answer.Lost || doing.Death % 5 == 0)
        {
            var again = await host.ActAsync(_case, act);
            Assert.True(again == expected, $"after {string.Join(", ", _done)}, sent again: {again} instead of {expected}");
        }

        _model = expected == Answer.Done ? after : _model;
        Agree(await host.SeeAsync(_case), [_model]);
    }

    private async Task PassAsync(Doing doing)
    {
        var days = 1 + (doing.Death % 5);
        _model = _model.Later(days);
        host.Pass(TimeSpan.FromDays(days));
        if (await host.FireDueAsync(CrashOf(doing.Death)) == Answer.Lost)
        {
            // The claim of the one that died runs out.
            host.Pass(TimeSpan.FromMinutes(1));
            await host.FireDueAsync();
        }

        Agree(await host.SeeAsync(_case), [_model]);
    }

    private Act ActOf(Doing doing)
    {
        var number = Guid.CreateVersion7();
        return _kinds[doing.Kind] switch
        {
            "answer" or "explain" => new Complete(number, _kinds[doing.Kind], doing.Party),
            "prepare" or "silence" or "after" => new Complete(number, _kinds[doing.Kind]),
            "suspend" => new Suspend(number),
            "resume" => new Resume(number),
            var fact => new Tell(number, fact, doing.Party),
        };
    }

    private void Agree(Seen seen, IReadOnlyList<RoundModel> allowed)
    {
        var fits = seen.Faults.Count == 0 && allowed.Any(m => m.State == seen.State && m.Open.SequenceEqual(seen.Open) && m.Announced == seen.Ledger.Count && m.Timers == seen.Timers);
        Assert.True(fits, $"after {string.Join(", ", _done)}: {seen.State} [{string.Join(", ", seen.Open)}] {seen.Ledger.Count} announced, {seen.Timers} timers"
            + $" instead of {string.Join(" or ", allowed.Select(m => $"{m.State} [{string.Join(", ", m.Open)}] {m.Announced} announced, {m.Timers} timers"))}; {string.Join("; ", seen.Faults)}");
    }
}
