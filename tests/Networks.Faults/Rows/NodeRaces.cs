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
    /// <summary>A world has so many cases that are used up by races that end them.</summary>
    private const int CasesInAWorld = 100;

    private readonly World _world;
    private readonly TwoNodes _nodes;
    private readonly Result _result;
    private readonly Random _dice;
    private readonly Acts _acts = new(TimeProvider.System);
    private readonly Ledger _ledger = new();

    private NodeRaces(World world, TwoNodes nodes, Run run)
    {
        _world = world;
        _nodes = nodes;
        _result = run.Result;
        _dice = run.Dice;
    }

    public static async Task RunAsync(Run run)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var count = run.Of(200, 10_000);
        for (var done = 0; done < count; done += CasesInAWorld)
        {
            var races = Math.Min(CasesInAWorld, count - done);
            var world = await World.MakeAsync((4 * races) + 1, 2, server);
            await using (var nodes = await TwoNodes.StartAsync(world))
            {
                await new NodeRaces(world, nodes, run).AllAsync(races);
            }

            await world.RemoveAsync();
        }

        run.Result.Tell($"races of each of 6 kinds {count}");
    }

    private async Task AllAsync(int races)
    {
        var shared = _world.Cases[^1];
        foreach (var (kind, race) in new (string, Func<int, Task<bool>>)[]
        {
            ("the same act twice", _ => SameActAsync(shared)),
            ("the last two approvals", i => LastTwoAsync(_world.Cases[(2 * races) + i])),
            ("new text against approval", _ => NewTextAsync(shared)),
            ("removal against approval", i => RemovalAsync(_world.Cases[i])),
            ("closing against approval", i => ClosingAsync(_world.Cases[races + i])),
        })
        {
            _result.Progress(kind);
            for (var i = 0; i < races; i++)
            {
                var fair = await race(i);
                _result.Count(fair);
                if (!fair)
                {
                    _result.Fault($"{kind}, race {i}: {_last}");
                }
            }
        }

        _result.Progress("the same timer");
        await TimersAsync(races);
        await Checker.CheckAsync(_world, _ledger, _result, "after the races");
    }

    private string _last = "";

    private async Task<bool> SameActAsync(SeededCase shared)
    {
        var now = await Rounds.ReadyAsync(_world, _nodes.Desk(0), _acts, shared);
        var (one, other) = await BothAsync(_acts.Revise(now.Id), _acts.Revise(now.Id));
        return one.Done != other.Done && (one.Done ? other : one).Status == 409;
    }

    /// <summary>Both count, the round closes, and what follows is asked for once.</summary>
    private async Task<bool> LastTwoAsync(SeededCase own)
    {
        var (one, other) = await BothAsync(_acts.Approve(own.Firms[0], own.Round), _acts.Approve(own.Firms[1], own.Round));
        var open = await OpenAsync(own);
        _last += $", open {string.Join(' ', open)}";
        return one.Done && other.Done && open.Count > 0 && !open.Contains("decide-on-text") && await Rounds.StatusAsync(_world, own.Id) == RoundStatus.Closed;
    }

    /// <summary>A yes that was taken was said before the text changed.</summary>
    private async Task<bool> NewTextAsync(SeededCase shared)
    {
        var now = await Rounds.ReadyAsync(_world, _nodes.Desk(0), _acts, shared);
        var approval = _acts.Approve(now.Firms[0], now.Round);
        var upload = _acts.Upload(now.Id);
        var (approved, uploaded) = await BothAsync(approval, upload);
        var order = await _world.ReadAsync(db => db.CaseEvents.Where(e => e.OperationId == approval.Operation || e.OperationId == upload.Operation)
            .OrderBy(e => e.Number).Select(e => e.OperationId).ToListAsync());
        return uploaded.Done && (approved.Done ? order[0] == approval.Operation : approved.Status is 409 or 422 && !order.Contains(approval.Operation));
    }

    private async Task<bool> RemovalAsync(SeededCase own)
    {
        var (removed, approved) = await BothAsync(_acts.RemoveFirm(own.Id, own.Firms[0].Participant), _acts.Approve(own.Firms[0], own.Round));
        return removed.Done && (approved.Done || approved.Status is 409 or 422 or 404 or 403) && (await OpenAsync(own)).Count > 0;
    }

    private async Task<bool> ClosingAsync(SeededCase own)
    {
        var (closed, approved) = await BothAsync(_acts.Close(own.Id), _acts.Approve(own.Firms[0], own.Round));
        var open = await OpenAsync(own);
        _last += $", open {string.Join(' ', open)}";
        return closed.Done && (approved.Done || approved.Status is 409 or 422 or 404 or 403) && open.Count == 0;
    }

    /// <summary>Every timer that is left is due at the same moment, for both nodes; each case has a deadline of its own.</summary>
    private async Task TimersAsync(int races)
    {
        var before = await SilencesAsync();
        var due = await _world.MakeTimersDueAsync();
        var fired = await Queues.UntilAsync(async () => await _world.DueTimersAsync() == 0, TimeSpan.FromMinutes(10));
        var made = await SilencesAsync() - before;
        _result.Tell($"timers wanted by both nodes {due}");
        for (var i = 0; i < races; i++)
        {
            _result.Count(fired && made >= races);
        }

        // The shared case may have a round as well.
        if (!fired || made < races || made > races + 1)
        {
            _result.Fault($"of {due} due timers {await _world.DueTimersAsync()} are left; {races} deadlines made {made} tasks");
        }
    }

    private Task<int> SilencesAsync() => _world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence")));

    private async Task<(Answer One, Answer Other)> BothAsync(Act one, Act other)
    {
        // Which node is told first changes, so that neither always wins.
        var first = _dice.Next(2);
        var a = SendAsync(first, one);
        var b = SendAsync(1 - first, other);
        var answers = (await a, await b);
        _last = $"{one.Kind} {answers.Item1}, {other.Kind} {answers.Item2}";
        return answers;
    }

    private async Task<Answer> SendAsync(int node, Act act) => _ledger.Write(act, await Task.Run(() => _nodes.Desk(node).InsistAsync(act)));

    private async Task<List<string>> OpenAsync(SeededCase @case) =>
        [.. (await _world.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == @case.Id && i.Status == WorkItemStatus.Open).ToListAsync())).Select(i => i.Name)];
}
