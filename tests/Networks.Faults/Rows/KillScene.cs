using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>One world on the embedded database, and the service that is killed in it again and again.</summary>
internal sealed class KillScene : IAsyncDisposable
{
    public const string Mail = "send-mail";
    public const string Timer = "fire-timer";

    /// <summary>Numbers of firms that the world does not have yet.</summary>
    private int _firm = 5000;

    private readonly World _world;
    private readonly Result _result;
    private readonly Acts _acts = new(TimeProvider.System);
    private readonly Ledger _ledger = new();
    private Service _service = null!;
    private Desk _desk = null!;

    private KillScene(World world, Result result)
    {
        _world = world;
        _result = result;
    }

    public static IReadOnlyList<string> Scenarios { get; } =
        ["open-case", "note", "approve", "object", "talk", "add-firm", "remove-firm", "revise", "open-round", "upload", "close", Mail, Timer];

    public static async Task<KillScene> StartAsync(World world, Result result)
    {
        var scene = new KillScene(world, result);
        await scene.StartServiceAsync();
        return scene;
    }

    /// <summary>Durable writes of one run of a scenario without a fault.</summary>
    public async Task<int> WritesAsync(string scenario)
    {
        var act = await PrepareAsync(scenario);
        await using var strace = await Strace.WatchAsync(_service);
        if (!await DoAsync(scenario, act))
        {
            throw new InvalidOperationException($"{scenario} does not go through: {_last}");
        }

        return await strace.LetGoAsync();
    }

    /// <summary>Where mails go; it can be told to kill.</summary>
    public SmtpPeer Peer { get; } = new();

    /// <summary>Kills in the middle of an act, starts again, does the act once more and looks at what is left.</summary>
    /// <param name="where">For the report.</param>
    /// <param name="arm">Lays the trap in the running service.</param>
    /// <returns>Whether the trap sprang, and whether the act had been acknowledged.</returns>
    public async Task<(bool Died, bool Answered)> PointAsync(string scenario, string where, Func<Service, Task<IAsyncDisposable>> arm)
    {
        var act = await PrepareAsync(scenario);
        bool died, answered;
        await using (await arm(_service))
        {
            answered = await DoAsync(scenario, act);
        }

        // Only now: the tracer is the first to be told of an end.
        died = await Patience.UntilAsync(() => Task.FromResult(_service.HasEnded), TimeSpan.FromSeconds(answered ? 0 : 5));

        await _service.DisposeAsync();
        await StartServiceAsync();
        var done = await DoAsync(scenario, act);
        _result.Count(done);
        if (!done)
        {
            _result.Fault($"{scenario} {where} is not done after the restart: {_last}");
        }

        await Checker.CheckAsync(_world, _ledger, _result, $"{scenario} {where}");
        return (died, answered);
    }

    /// <summary>Kills at any moment while four senders are at work; what got no answer is sent again.</summary>
    /// <returns>How many acts were acknowledged before the kill, and how many were in flight.</returns>
    public async Task<(int Acknowledged, int Unknown)> BusyAsync(TimeSpan until)
    {
        using var over = new CancellationTokenSource();
        var before = _ledger.Acknowledged.Count();
        var senders = Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var n = 0; !over.IsCancellationRequested; n++)
            {
                var @case = _world.Cases[sender % _world.Cases.Count];
                var act = (n % 4) switch
                {
                    0 => _acts.OpenCase(Acts.NewFirms(Interlocked.Add(ref _firm, 2))),
                    1 => _acts.Object(@case.Firms[1], @case.Round),
                    _ => _acts.Note(@case.Id),
                };
                var answer = _ledger.Write(act, await _desk.InsistAsync(act));
                if (answer.Unknown)
                {
                    return;
                }
            }
        })).ToList();
        await Task.Delay(until);
        await over.CancelAsync();
        await _service.KillAsync();
        await Task.WhenAll(senders);
        var acknowledged = _ledger.Acknowledged.Count() - before;
        await _service.DisposeAsync();
        await StartServiceAsync();
        var unknown = _ledger.Unknown;
        foreach (var act in unknown)
        {
            _result.Count((await _ledger.SettleAsync(_desk, act)).Done);
        }

        foreach (var refused in _ledger.Entries.Where(e => !e.Answer.Done))
        {
            _result.Fault($"{refused.Act.Kind} under load: {refused.Answer}");
        }

        for (var i = 0; i < acknowledged; i++)
        {
            _result.Count(true);
        }

        await Checker.CheckAsync(_world, _ledger, _result, "a kill under load");
        return (acknowledged, unknown.Count);
    }

    /// <summary>Kills the verb that backs up, and the service with it; a copy that has its name is whole.</summary>
    public async Task BackupAsync(TimeSpan until)
    {
        var folder = Leftovers.Folder();
        var file = Path.Combine(folder, "backup.zip");
        await using (var verb = Service.Verb(_world.Folder, ["backup", file, .. _world.Settings]))
        {
            await Task.WhenAny(Task.Delay(until), verb.EndedAsync());
            await verb.KillAsync();
        }

        await _service.DisposeAsync();
        await StartServiceAsync();
        var restored = true;
        if (File.Exists(file))
        {
            var into = Path.Combine(folder, "restored");
            await using var restore = Service.Verb(folder, "restore", file, $"--Networks:Folder={into}");
            restored = await restore.EndedAsync() == 0;
        }

        _result.Count(restored);
        if (!restored)
        {
            _result.Fault("a backup that was killed left a file that cannot be restored");
        }

        await Checker.CheckAsync(_world, _ledger, _result, "a kill while backing up");
        Leftovers.Delete(folder);
    }

    /// <summary>Every mail of the scene arrives in the end.</summary>
    public Task CloseAsync(int kills) => _world.DrainMailAsync(Peer, _result, kills);

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _service.DisposeAsync();
        await Peer.DisposeAsync();
        await _world.RemoveAsync();
    }

    private string _last = "";

    private async Task StartServiceAsync()
    {
        await _world.HoldMailAsync();
        await _world.EndTimerClaimsAsync();
        _service = await _world.StartAsync(Peer.Settings(), Strace.OneThread);
        _desk?.Dispose();
        _desk = new Desk(_world, _service.Address);
    }

    /// <summary>Brings the world to where the scenario begins.</summary>
    /// <returns>The act of it; null for what the service does by itself.</returns>
    private async Task<Act?> PrepareAsync(string scenario)
    {
        var cases = _world.Cases;
        Act? act;
        switch (scenario)
        {
            case "open-case":
                act = _acts.OpenCase(Acts.NewFirms(_firm += 2));
                break;
            case "note":
                act = _acts.Note(cases[0].Id);
                break;
            case "approve":
                await InsistAsync(_acts.Object(cases[0].Firms[0], cases[0].Round));
                act = _acts.Approve(cases[0].Firms[0], cases[0].Round);
                break;
            case "object":
                act = _acts.Object(cases[0].Firms[0], cases[0].Round);
                break;
            case "talk":
                act = _acts.Talk(cases[0].Firms[0], cases[0].Round);
                break;
            case "add-firm":
                act = _acts.AddFirm(cases[1].Id, Acts.NewFirms(_firm += 2));
                break;
            case "remove-firm":
                await InsistAsync(_acts.AddFirm(cases[1].Id, Acts.NewFirms(_firm += 2)));
                act = _acts.RemoveFirm(cases[1].Id, await _world.ReadAsync(db => db.Participants.Where(p => p.CaseId == cases[1].Id).OrderByDescending(p => p.Order).Select(p => p.Id).FirstAsync()));
                break;
            case "revise":
                await BringRoundAsync(cases[2].Id, RoundStatus.Open);
                act = _acts.Revise(cases[2].Id);
                break;
            case "open-round":
                await BringRoundAsync(cases[2].Id, RoundStatus.Superseded);
                act = await OpenRoundAsync(cases[2].Id);
                break;
            case "upload":
                act = _acts.Upload(cases[3].Id);
                break;
            case "close":
                var opened = await InsistAsync(_acts.OpenCase(Acts.NewFirms(_firm += 2)));
                act = _acts.Close(new CaseId(Guid.Parse(opened.Location!.Split('?')[0].Split('/')[^1])));
                break;
            case Mail:
                await InsistAsync(_acts.Object(cases[0].Firms[0], cases[0].Round));
                act = null;
                break;
            case Timer:
                await BringRoundAsync(cases[2].Id, RoundStatus.Superseded);
                await BringRoundAsync(cases[2].Id, RoundStatus.Open);
                act = null;
                break;
            default:
                throw new InvalidOperationException(scenario);
        }

        await _world.HoldMailAsync();
        return act;
    }

    /// <returns>Whether it was acknowledged, or has taken effect.</returns>
    private async Task<bool> DoAsync(string scenario, Act? act)
    {
        if (act is not null)
        {
            var answer = await _ledger.SettleAsync(_desk, act);
            _last = $"{answer}";
            return answer.Done;
        }

        if (scenario == Mail)
        {
            await _world.ReleaseMailAsync(2);
            return await Patience.UntilAsync(async () => _service.HasEnded || await DueMailAsync() == 0, TimeSpan.FromSeconds(60)) && !_service.HasEnded;
        }

        if (await _world.DueTimersAsync() == 0)
        {
            await _world.MakeTimersDueAsync(1);
        }

        return await Patience.UntilAsync(async () => _service.HasEnded || await _world.DueTimersAsync() == 0, TimeSpan.FromSeconds(60)) && !_service.HasEnded;
    }

    private Task<int> DueMailAsync()
    {
        var soon = TimeProvider.System.GetUtcNow().AddHours(1);
        return _world.ReadAsync(db => db.Outbox.CountAsync(m => m.Status == Data.Outbox.OutboxStatus.Queued && m.NotBefore < soon));
    }

    private async Task BringRoundAsync(CaseId id, RoundStatus wanted)
    {
        var now = await _world.ReadAsync(db => db.ApprovalRounds.Where(r => r.CaseId == id).OrderByDescending(r => r.Number).Select(r => r.Status).FirstAsync());
        if (now == RoundStatus.Open && wanted != RoundStatus.Open)
        {
            await InsistAsync(_acts.Revise(id));
        }
        else if (now != RoundStatus.Open && wanted == RoundStatus.Open)
        {
            await InsistAsync(await OpenRoundAsync(id));
        }
    }

    private async Task<Act> OpenRoundAsync(CaseId id)
    {
        var draft = await _world.ReadAsync(db => db.Drafts.Where(d => d.CaseId == id).OrderByDescending(d => d.Number).Select(d => d.Id).FirstAsync());
        return _acts.OpenRound(id, draft, Seed.LastDay(TimeProvider.System));
    }

    private async Task<Answer> InsistAsync(Act act)
    {
        var answer = _ledger.Write(act, await _desk.InsistAsync(act));
        return answer.Done ? answer : throw new InvalidOperationException($"{act.Kind}: {answer}");
    }
}
