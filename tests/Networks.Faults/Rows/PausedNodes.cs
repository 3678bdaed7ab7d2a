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
    public static async Task RunAsync(Run run)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var (pauses, late) = (0, 0);
        for (var left = run.Of(6, 200); left > 0; left -= 20)
        {
            var world = await World.MakeAsync(20, 2, server);
            await world.HoldMailAsync();
            await using var peer = new SmtpPeer();
            await using (var nodes = await TwoNodes.StartAsync(world, [.. peer.Settings()]))
            {
                for (var i = 0; i < Math.Min(20, left); i++)
                {
                    run.Result.Progress($"pause {pauses++}");
                    late += await MailAsync(world, nodes, peer, run.Result) ? 1 : 0;
                    await TimersAsync(world, nodes, run);
                }
            }

            foreach (var (id, copies) in peer.Taken.Where(t => t.Value > 2))
            {
                run.Result.Double($"mail {id} {copies} times");
            }

            await Checker.CheckAsync(world, null, run.Result, "after the pauses");
            await world.RemoveAsync();
        }

        run.Result.Tell($"pauses {pauses}, mails whose first sender came late {late}");
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
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var owner = Owner(nodes, peer);
        await nodes[owner].PauseAsync();
        await ReleaseAsync(world, mail.Id);
        var taken = await Queues.UntilAsync(() => world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Id == mail.Id && m.Status == OutboxStatus.Sent)), TimeSpan.FromMinutes(2));
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
    private static async Task TimersAsync(World world, TwoNodes nodes, Run run)
    {
        var before = await world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence")));
        var ids = await world.ReadAsync(db => db.Timers.Where(t => t.Status == TimerStatus.Pending && t.Kind == TimerKind.Deadline).OrderBy(t => t.Id).Select(t => t.Id).Take(2).ToListAsync());
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await world.ReadAsync(db => db.Timers.Where(t => ids.Contains(t.Id)).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, past)));
        await Queues.UntilAsync(() => world.ReadAsync(db => db.Timers.AnyAsync(t => ids.Contains(t.Id) && t.ClaimedUntil != null)), TimeSpan.FromSeconds(40));
        var paused = run.Dice.Next(2);
        await nodes[paused].PauseAsync();
        await world.EndTimerClaimsAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(run.Dice.Next(500, 3000)));
        await nodes[paused].GoOnAsync();
        var fired = await Queues.UntilAsync(async () =>
        {
            await world.EndTimerClaimsAsync();
            return await world.ReadAsync(db => db.Timers.CountAsync(t => ids.Contains(t.Id) && t.Status == TimerStatus.Pending)) == 0;
        }, TimeSpan.FromMinutes(3));
        var made = await world.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith("decide-on-silence"))) - before;
        run.Result.Count(fired && made == ids.Count);
        if (made > ids.Count)
        {
            run.Result.Double($"{ids.Count} deadlines made {made} tasks");
        }
        else if (!fired || made < ids.Count)
        {
            run.Result.Lose($"{ids.Count} deadlines made {made} tasks");
        }
    }

    private static Task<int> ReleaseAsync(World world, Guid mail)
    {
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        return world.ReadAsync(db => db.Outbox.Where(m => m.Id == mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, past)));
    }
}
