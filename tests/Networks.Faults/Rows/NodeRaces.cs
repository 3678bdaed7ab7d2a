using Microsoft.EntityFrameworkCore;
using Networks.Data.Drafts;
using Networks.Data.Work;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R5: two nodes are asked for two things at the same moment. What excludes one another has one winner, and the other is
/// told so; what goes together is done both; no case is left waiting for nothing.
/// </summary>
internal sealed class NodeRaces
{
    /// <summary>Of each kind; those that end a case use up one each.</summary>
    private const int RacesInAWorld = 100;

    /// <summary>Races at the same time, each on a case of its own; races on one case follow one another.</summary>
    private const int Together = 4;

    /// <summary>Worlds at the same time: timers are waited for.</summary>
    private const int WorldsTogether = 2;

    private readonly World _world;
    private readonly TwoNodes _nodes;
    private readonly Result _result;
    private readonly Random _dice;
    private readonly Acts _acts = new(TimeProvider.System);
    private readonly Ledger _ledger = new();

    private NodeRaces(World world, TwoNodes nodes, Result result, Random dice)
    {
        _world = world;
        _nodes = nodes;
        _result = result;
        _dice = dice;
    }

    public static async Task RunAsync(Run run)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var count = run.Of(200, 10_000);
        var template = await World.MakeAsync((4 * RacesInAWorld) + Together, 2, server);
        var worlds = Enumerable.Range(0, count / RacesInAWorld).Select(_ => new Random(run.Dice.Next())).ToList();
        await run.EachAsync(run.Own(worlds), WorldsTogether, async dice =>
        {
            var world = await template.CopyAsync();
            await using (var nodes = await TwoNodes.StartAsync(world))
            {
                await new NodeRaces(world, nodes, run.Result, dice).AllAsync();
            }

            await world.RemoveAsync();
            run.Result.Add("races of each of 6 kinds", RacesInAWorld);
        });
        await template.RemoveAsync();
    }

    private async Task AllAsync()
    {
        foreach (var (kind, race) in new (string, Func<int, int, Task<(bool Fair, string Said)>>)[]
        {
            ("the same act twice", (lane, _) => SameActAsync(Shared(lane))),
            ("the last two approvals", (_, i) => LastTwoAsync(_world.Cases[(2 * RacesInAWorld) + i])),
            ("new text against approval", (lane, _) => NewTextAsync(Shared(lane))),
            ("removal against approval", (_, i) => RemovalAsync(_world.Cases[i])),
            ("closing against approval", (_, i) => ClosingAsync(_world.Cases[RacesInAWorld + i])),
        })
        {
            _result.Progress(kind);
            await Task.WhenAll(Enumerable.Range(0, Together).Select(lane => Task.Run(async () =>
            {
                for (var i = lane; i < RacesInAWorld; i += Together)
                {
                    var (fair, said) = await race(lane, i);
                    _result.Count(fair);
                    if (!fair)
                    {
                        _result.Fault($"{kind}, race {i}: {said}");
                    }
                }
            })));
        }

        _result.Progress("the same timer");
        await TimersAsync();
        await Checker.CheckAsync(_world, _ledger, _result, "after the races");
    }

    /// <summary>The case of a lane, for races that leave it as it was.</summary>
    private SeededCase Shared(int lane) => _world.Cases[^(1 + lane)];

    private async Task<(bool Fair, string Said)> SameActAsync(SeededCase shared)
    {
        var now = await Rounds.ReadyAsync(_world, _nodes.Desk(0), _acts, shared);
        var (one, other, said) = await BothAsync(_acts.Revise(now.Id), _acts.Revise(now.Id));
        return (one.Done != other.Done && (one.Done ? other : one).Status == 409, said);
    }

    /// <summary>Both count, the round closes, and what follows is asked for once.</summary>
    private async Task<(bool Fair, string Said)> LastTwoAsync(SeededCase own)
    {
        var (one, other, said) = await BothAsync(_acts.Approve(own.Firms[0], own.Round), _acts.Approve(own.Firms[1], own.Round));
        var open = await OpenAsync(own);
        return (one.Done && other.Done && open.Count > 0 && !open.Contains("decide-on-text") && await Rounds.StatusAsync(_world, own.Id) == RoundStatus.Closed, Said(said, open));
    }

    /// <summary>A yes that was taken was said before the text changed.</summary>
    private async Task<(bool Fair, string Said)> NewTextAsync(SeededCase shared)
    {
        var now = await Rounds.ReadyAsync(_world, _nodes.Desk(0), _acts, shared);
        var approval = _acts.Approve(now.Firms[0], now.Round);
        var upload = _acts.Upload(now.Id);
        var (approved, uploaded, said) = await BothAsync(approval, upload);
        var order = await _world.ReadAsync(db => db.CaseEvents.Where(e => e.OperationId == approval.Operation || e.OperationId == upload.Operation)
            .OrderBy(e => e.Number).Select(e => e.OperationId).ToListAsync());
        return (uploaded.Done && (approved.Done ? order[0] == approval.Operation : approved.Status is 409 or 422 && !order.Contains(approval.Operation)), said);
    }

    private async Task<(bool Fair, string Said)> RemovalAsync(SeededCase own)
    {
        var (removed, approved, said) = await BothAsync(_acts.RemoveFirm(own.Id, own.Firms[0].Participant), _acts.Approve(own.Firms[0], own.Round));
        var open = await OpenAsync(own);
        return (removed.Done && (approved.Done || approved.Status is 409 or 422 or 404 or 403) && open.Count > 0, Said(said, open));
    }

    private async Task<(bool Fair, string Said)> ClosingAsync(SeededCase own)
    {
        var (closed, approved, said) = await BothAsync(_acts.Close(own.Id), _acts.Approve(own.Firms[0], own.Round));
        var open = await OpenAsync(own);
        return (closed.Done && (approved.Done || approved.Status is 409 or 422 or 404 or 403) && open.Count == 0, Said(said, open));
    }

    private static string Said(string answers, List<string> open) => $"{answers}, open {string.Join(' ', open)}";

    /// <summary>Every timer that is left is due at the same moment, for both nodes; each case has a deadline of its own.</summary>
    private async Task TimersAsync()
    {
        var before = await SilencesAsync();
        var due = await _world.MakeTimersDueAsync();
        var fired = await Patience.UntilAsync(async () => await _world.DueTimersAsync() == 0, TimeSpan.FromMinutes(10));
        var made = await SilencesAsync() - before;
        _result.Add("timers wanted by both nodes", due);
        for (var i = 0; i < RacesInAWorld; i++)
        {
            _result.Count(fired && made >= RacesInAWorld);
        }

        // The shared cases may have a round as well.
        if (!fired || made < RacesInAWorld || made > RacesInAWorld + Together)
        {
            _result.Fault($"of {due} due timers {await _world.DueTimersAsync()} are left; {RacesInAWorld} deadlines made {made} tasks");
        }
    }

    private Task<int> SilencesAsync() => _world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence")));

    private async Task<(Answer One, Answer Other, string Said)> BothAsync(Act one, Act other)
    {
        // Which node is told first changes, so that neither always wins.
        int first;
        lock (_dice)
        {
            first = _dice.Next(2);
        }

        var a = SendAsync(first, one);
        var b = SendAsync(1 - first, other);
        var (answer, otherAnswer) = (await a, await b);
        return (answer, otherAnswer, $"{one.Kind} {answer}, {other.Kind} {otherAnswer}");
    }

    private async Task<Answer> SendAsync(int node, Act act) => _ledger.Write(act, await Task.Run(() => _nodes.Desk(node).InsistAsync(act)));

    private async Task<List<string>> OpenAsync(SeededCase @case) =>
        [.. (await _world.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == @case.Id && i.Status == WorkItemStatus.Open).ToListAsync())).Select(i => i.Name)];
}
