using Microsoft.EntityFrameworkCore;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R7: a node stands still (SIGSTOP) while it holds claims; their leases end, the other node takes over; then the first goes
/// on as if nothing had been. What it does late must not count.
/// </summary>
internal static class PausedNodes
{
    private const int PausesInAWorld = 20;

    /// <summary>Worlds at the same time, each with two nodes of its own: a pause is mostly waiting.</summary>
    private const int Together = 5;

    public static async Task RunAsync(Run run)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var template = await World.MakeAsync(PausesInAWorld, 2, server);
        var worlds = Enumerable.Range(1, run.Of(6, 200)).Chunk(PausesInAWorld).Select(pauses => (Pauses: pauses, Dice: new Random(run.Dice.Next()))).ToList();
        await run.EachAsync(run.Own(worlds), Together, async world => await WorldAsync(await template.CopyAsync(), world.Pauses, world.Dice, run.Result));
        await template.RemoveAsync();
    }

    private static async Task WorldAsync(World world, int[] pauses, Random dice, Result result)
    {
        await world.HoldMailAsync();
        await using var peer = new SmtpPeer();
        await using (var nodes = await TwoNodes.StartAsync(world, [.. peer.Settings()]))
        {
            foreach (var pause in pauses)
            {
                result.Progress($"pause {pause}");
                result.Add("pauses", 1);
                result.Add("mails whose first sender came late", await MailAsync(world, nodes, peer, result) ? 1 : 0);
                await TimersAsync(world, nodes, dice, result);
            }
        }

        foreach (var (id, copies) in peer.Taken.Where(t => t.Value > 2))
        {
            result.Double($"mail {id} {copies} times");
        }

        await Checker.CheckAsync(world, null, result, "after the pauses");
        await world.RemoveAsync();
    }

    /// <summary>The node that holds a mail stands still in the middle of handing it over.</summary>
    private static async Task<bool> MailAsync(World world, TwoNodes nodes, SmtpPeer peer, Result result)
    {
        var mail = await world.ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.Status == OutboxStatus.Queued).OrderBy(m => m.Id).FirstOrDefaultAsync());
        if (mail is null)
        {
            result.Fault("no mail is left to be held");
            return false;
        }

        var arrived = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        peer.BeforeAnswer = async id =>
        {
            if (id == mail.MessageId && arrived.TrySetResult())
            {
                await answer.Task;
            }
        };
        await ReleaseAsync(world, mail.Id);
        await Patience.WithinAsync(arrived.Task, TimeSpan.FromMinutes(2));
        var owner = Owner(nodes, peer);
        await nodes[owner].PauseAsync();
        await ReleaseAsync(world, mail.Id);
        var taken = await Patience.UntilAsync(() => world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Id == mail.Id && m.Status == OutboxStatus.Sent)), TimeSpan.FromMinutes(2));
        var before = await world.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == mail.Id));
        answer.SetResult();
        await nodes[owner].GoOnAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var after = await world.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == mail.Id));
        peer.BeforeAnswer = null;
        var fenced = taken && (after.SentAt, after.Fence, after.Attempts) == (before.SentAt, before.Fence, before.Attempts);
        result.Count(fenced);
        if (!fenced)
        {
            result.Fault($"a mail of a paused node: taken over {taken}, fence {before.Fence} then {after.Fence}, sent at {before.SentAt:O} then {after.SentAt:O}");
        }

        return fenced;
    }

    /// <summary>Whichever node speaks to the mail server now.</summary>
    private static int Owner(TwoNodes nodes, SmtpPeer peer)
    {
        var suffix = $":{peer.Port:X4} ";
        foreach (var node in new[] { 0, 1 })
        {
            var sockets = Directory.GetFiles($"/proc/{nodes[node].Id}/fd").Select(fd => File.ResolveLinkTarget(fd, false)?.Name ?? "").Where(name => name.StartsWith("socket:[", StringComparison.Ordinal)).Select(name => name[8..^1]).ToHashSet();
            var lines = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(file => File.ReadLines(file).Skip(1));
            if (lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Any(parts => $"{parts[2]} ".EndsWith(suffix, StringComparison.Ordinal) && sockets.Contains(parts[9])))
            {
                return node;
            }
        }

        throw new InvalidOperationException("no node speaks to the mail server");
    }

    /// <summary>A node stands still at any moment of its sweep over due timers.</summary>
    private static async Task TimersAsync(World world, TwoNodes nodes, Random dice, Result result)
    {
        var before = await world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence")));
        var ids = await world.ReadAsync(db => db.Timers.Where(t => t.Status == TimerStatus.Pending && t.Kind == TimerKind.Deadline).OrderBy(t => t.Id).Select(t => t.Id).Take(2).ToListAsync());
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await world.ReadAsync(db => db.Timers.Where(t => ids.Contains(t.Id)).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, past)));
        await Patience.UntilAsync(() => world.ReadAsync(db => db.Timers.AnyAsync(t => ids.Contains(t.Id) && t.ClaimedUntil != null)), TimeSpan.FromSeconds(40));
        var paused = dice.Next(2);
        await nodes[paused].PauseAsync();
        await world.EndTimerClaimsAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(dice.Next(500, 3000)));
        await nodes[paused].GoOnAsync();
        var fired = await Patience.UntilAsync(async () =>
        {
            await world.EndTimerClaimsAsync();
            return await world.ReadAsync(db => db.Timers.CountAsync(t => ids.Contains(t.Id) && t.Status == TimerStatus.Pending)) == 0;
        }, TimeSpan.FromMinutes(3));
        var made = await world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence"))) - before;
        result.Count(fired && made == ids.Count);
        if (made > ids.Count)
        {
            result.Double($"{ids.Count} deadlines made {made} tasks");
        }
        else if (!fired || made < ids.Count)
        {
            result.Lose($"{ids.Count} deadlines made {made} tasks");
        }
    }

    private static Task<int> ReleaseAsync(World world, Guid mail)
    {
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        return world.ReadAsync(db => db.Outbox.Where(m => m.Id == mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, past)));
    }
}
