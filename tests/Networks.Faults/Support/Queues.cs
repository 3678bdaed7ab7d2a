using Microsoft.EntityFrameworkCore;
using Networks.Data.Outbox;
using Networks.Data.Work;

namespace Networks.Faults.Support;

/// <summary>Moves the instants of what waits, so that a test need not wait for minutes: as if time had passed.</summary>
internal static class Queues
{
    /// <summary>No mail leaves by itself for a day.</summary>
    public static Task<int> HoldMailAsync(this World world)
    {
        var later = TimeProvider.System.GetUtcNow().AddDays(1);
        return world.ReadAsync(db => db.Outbox.Where(m => m.Status == OutboxStatus.Queued).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, later)));
    }

    /// <summary>So many mails may leave now: the undo, a lease or a wait is over for them.</summary>
    public static Task<int> ReleaseMailAsync(this World world, int count = int.MaxValue)
    {
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        return world.ReadAsync(async db =>
        {
            var ids = await db.Outbox.Where(m => m.Status == OutboxStatus.Queued && m.NotBefore > past).OrderBy(m => m.Id).Select(m => m.Id).Take(count).ToListAsync();
            return await db.Outbox.Where(m => ids.Contains(m.Id) && m.Status == OutboxStatus.Queued).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, past));
        });
    }

    public static Task<int> QueuedMailAsync(this World world) => world.ReadAsync(db => db.Outbox.CountAsync(m => m.Status == OutboxStatus.Queued));

    /// <summary>So many timers are due now.</summary>
    public static Task<int> MakeTimersDueAsync(this World world, int count = int.MaxValue)
    {
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        return world.ReadAsync(async db =>
        {
            var ids = await db.Timers.Where(t => t.Status == TimerStatus.Pending && t.DueAt > past).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Select(t => t.Id).Take(count).ToListAsync();
            return await db.Timers.Where(t => ids.Contains(t.Id)).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, past));
        });
    }

    /// <summary>As if the lease of a claim were over.</summary>
    public static Task<int> EndTimerClaimsAsync(this World world) =>
        world.ReadAsync(db => db.Timers.Where(t => t.Status == TimerStatus.Pending && t.ClaimedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(t => t.ClaimedUntil, (DateTimeOffset?)null)));

    public static Task<int> DueTimersAsync(this World world)
    {
        var now = TimeProvider.System.GetUtcNow();
        return world.ReadAsync(db => db.Timers.CountAsync(t => t.Status == TimerStatus.Pending && t.DueAt <= now));
    }

    /// <summary>Lets every mail go and waits until none is queued; then compares what was sent with what arrived.</summary>
    /// <param name="kills">Each may have cost one second copy, with the same Message-ID.</param>
    public static async Task DrainMailAsync(this World world, SmtpPeer peer, Result result, int kills)
    {
        // A queued mail that is tried and put off is released again; a person would wait.
        var drained = await Patience.UntilAsync(async () =>
        {
            await world.ReleaseMailAsync();
            return await world.QueuedMailAsync() == 0;
        }, TimeSpan.FromMinutes(5));
        if (!drained)
        {
            result.Fault($"{await world.QueuedMailAsync()} mails stay queued");
        }

        var sent = await world.ReadAsync(db => db.Outbox.Where(m => m.Status == OutboxStatus.Sent).ToListAsync());
        foreach (var mail in sent.Where(m => !peer.Taken.ContainsKey(m.MessageId)))
        {
            result.Lose($"mail {mail.Kind} {mail.MessageId} is marked sent and never arrived");
        }

        var copies = peer.Taken.Values.Sum(n => n - 1);
        result.Add("mails", peer.Taken.Count);
        result.Add("second copies", copies);
        if (copies > kills)
        {
            result.Double($"{copies} second copies of mails for {kills} kills");
        }
    }
}
