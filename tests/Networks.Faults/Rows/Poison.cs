using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R11: mails that always fail, that fail twice, and one that ends the process; a timer of a step that is not there; files
/// that are none. The rest goes on, the poison is parked with its reason.
/// </summary>
internal static class Poison
{
    private const int Deaths = 6;

    public static async Task RunAsync(Run run)
    {
        var world = await World.MakeAsync(run.Of(30, 500), 2);
        await using var peer = new SmtpPeer();
        var fate = await world.ReadAsync(db => db.Outbox.Where(m => m.ParticipantId != null).OrderBy(m => m.Id).ToListAsync());
        var (always, twice, fatal) = (fate.Take(fate.Count / 100 + 1).ToList(), fate.Skip(fate.Count / 100 + 1).Take(fate.Count / 20).ToList(), fate[^1]);
        peer.MannerOf = to => always.Any(m => m.To == to) || twice.Any(m => m.To == to && peer.Seen.GetValueOrDefault(m.MessageId) < 2) ? Manner.AskForLater : Manner.Take;
        var poisoned = await world.ReadAsync(db => db.Timers.Where(t => t.Status == TimerStatus.Pending).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync());
        await world.ReadAsync(db => db.Timers.Where(t => t.Id == poisoned).ExecuteUpdateAsync(set => set.SetProperty(t => t.Path, "no/such/step")));
        await DieAsync(world, peer, fatal, poisoned, run);
        await LiveOnAsync(world, peer, run);
        await JudgeAsync(world, fate, always, fatal, poisoned, run.Result);
        await Checker.CheckAsync(world, null, run.Result, "at the end");
        await world.RemoveAsync();
    }

    /// <summary>The service dies of one mail at each start; each start also looks at the due timers.</summary>
    private static async Task DieAsync(World world, SmtpPeer peer, OutboxMessage fatal, Guid poisoned, Run run)
    {
        var past = TimeProvider.System.GetUtcNow().AddDays(-1);
        await world.ReadAsync(db => db.Timers.Where(t => t.Id == poisoned).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, past)));
        var died = 0;
        for (var i = 0; i < Deaths; i++)
        {
            await world.HoldMailAsync();
            await world.ReadAsync(db => db.Outbox.Where(m => m.Id == fatal.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, past)));
            var failures = await FailuresAsync(world, poisoned);
            Service? service = null;
            var started = new TaskCompletionSource();
            peer.BeforeAnswer = async id =>
            {
                await started.Task;
                await (id == fatal.MessageId ? service!.KillAsync() : Task.CompletedTask);
            };
            service = await world.StartAsync(peer.Settings());
            await Patience.UntilAsync(async () => await FailuresAsync(world, poisoned) > failures || failures >= 5, TimeSpan.FromSeconds(60));
            started.SetResult();
            await Patience.UntilAsync(async () => service.HasEnded || await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Id == fatal.Id && m.Status == OutboxStatus.Failed)), TimeSpan.FromSeconds(60));
            died += service.HasEnded ? 1 : 0;
            await service.DisposeAsync();
        }

        peer.BeforeAnswer = null;
        run.Result.Tell($"deaths by one mail {died}");
    }

    private static async Task LiveOnAsync(World world, SmtpPeer peer, Run run)
    {
        await using var service = await world.StartAsync(peer.Settings());
        using var desk = new Desk(world, service.Address);
        var acts = new Acts(TimeProvider.System);
        var files = new (string Name, byte[] Bytes)[]
        {
            ("vuoto.docx", []), ("testo.docx", "nessun documento"u8.ToArray()), ("tronco.docx", Seed.Contract(1)[..200]),
            ("coda.docx", [.. Seed.Contract(1), .. new byte[5000]]), ("altro.docx", Encoding.ASCII.GetBytes("%PDF-1.7 nessun Word")),
        };
        foreach (var (name, bytes) in files)
        {
            var act = acts.Upload(world.Cases[0].Id) with { File = ("file", name, bytes) };
            var answer = await desk.SendAsync(act);
            run.Result.Count(answer.Status is 422 or 302);
            if (answer.Status is not (422 or 302))
            {
                run.Result.Fault($"{name}: {answer}");
            }
        }

        var ended = await Patience.UntilAsync(async () =>
        {
            await world.ReleaseMailAsync();
            return await world.QueuedMailAsync() == 0;
        }, TimeSpan.FromMinutes(run.Of(5, 60)));
        if (!ended)
        {
            run.Result.Fault($"{await world.QueuedMailAsync()} mails never came to an end");
        }
    }

    private static Task<int> JudgeAsync(World world, List<OutboxMessage> fate, List<OutboxMessage> always, OutboxMessage fatal, Guid poisoned, Result result) => world.ReadAsync(async db =>
    {
        var mails = await db.Outbox.ToDictionaryAsync(m => m.Id);
        foreach (var mail in fate)
        {
            var now = mails[mail.Id];
            var wanted = mail.Id == fatal.Id || always.Contains(mail) ? OutboxStatus.Failed : OutboxStatus.Sent;
            result.Count(now.Status == wanted);
            if (now.Status != wanted)
            {
                result.Fault($"{(mail.Id == fatal.Id ? "the fatal mail" : "a mail")} is {now.Status} and should be {wanted}: {now.Attempts} tries, {now.LastError}");
            }
        }

        var timer = await db.Timers.SingleAsync(t => t.Id == poisoned);
        result.Count(timer.Status == TimerStatus.Parked);
        if (timer is not { Status: TimerStatus.Parked, Reason: not null })
        {
            result.Fault($"the poisoned timer is {timer.Status} after {timer.Failures} failures: {timer.Reason}");
        }

        result.Tell($"mails {fate.Count}, parked {mails.Values.Count(m => m.Status == OutboxStatus.Failed)}, timers parked {await db.Timers.CountAsync(t => t.Status == TimerStatus.Parked)}");
        return 0;
    });

    private static Task<int> FailuresAsync(World world, Guid timer) => world.ReadAsync(db => db.Timers.Where(t => t.Id == timer).Select(t => t.Failures).SingleAsync());
}
