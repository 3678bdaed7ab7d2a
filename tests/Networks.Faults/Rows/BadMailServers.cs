using Microsoft.EntityFrameworkCore;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R13: mail servers that refuse, put off, break off, take their time, fall silent or spoil TLS. No mail is lost; what
/// does not arrive becomes work for the desk; the desk works on meanwhile.
/// </summary>
internal static class BadMailServers
{
    private static readonly Manner[] _manners =
        [Manner.Take, Manner.RefuseRecipient, Manner.RefuseText, Manner.AskForLater, Manner.CloseMidway, Manner.DropAfterText, Manner.TakeAndDie, Manner.Slow];

    /// <summary>Ends with the mail at a person; the others end with the mail delivered.</summary>
    private static readonly Manner[] _hopeless = [Manner.RefuseRecipient, Manner.RefuseText, Manner.AskForLater, Manner.CloseMidway, Manner.DropAfterText];

    public static async Task RunAsync(Run run)
    {
        var each = run.Of(3, 200);
        var world = await World.MakeAsync(_manners.Length * each / 2, 2);
        await using var peer = new SmtpPeer();
        await NoServerAsync(world, peer, run);
        var mannerOf = (await world.ReadAsync(db => db.Outbox.Where(m => m.ParticipantId != null).OrderBy(m => m.Id).Select(m => m.To).ToListAsync()))
            .Index().ToDictionary(m => m.Item, m => _manners[m.Index % _manners.Length]);
        peer.MannerOf = to => mannerOf.GetValueOrDefault(to, Manner.Take);
        await using (var service = await world.StartAsync(peer.Settings()))
        {
            using var desk = new Desk(world, service.Address);
            await HangAsync(world, desk, peer, mannerOf.Keys.First(), run);
            await FirstTryAsync(world, mannerOf, run);
            await EndAsync(world, run);
        }

        await JudgeAsync(world, peer, mannerOf, run.Result);
        await Checker.CheckAsync(world, null, run.Result, "at the end");
        await world.RemoveAsync();
    }

    /// <summary>Nobody there, and TLS that is none: no mail's fault, so no mail is counted against.</summary>
    private static async Task NoServerAsync(World world, SmtpPeer peer, Run run)
    {
        peer.MannerOf = _ => Manner.WrongTls;
        var closed = new SmtpPeer();
        await closed.DisposeAsync();
        foreach (var settings in new[] { peer.Settings(tls: true), closed.Settings() })
        {
            await world.ReleaseMailAsync();
            await using var service = await world.StartAsync(settings);
            var rested = await Patience.UntilAsync(() => world.ReadAsync(db => db.Outbox.AnyAsync(m => m.LastError != null)), TimeSpan.FromSeconds(60));
            run.Result.Count(rested);
            if (!rested || await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Status != OutboxStatus.Queued || m.Attempts > 0)))
            {
                run.Result.Fault($"without a server ({settings[2]}) mails did not rest: {service.Said[^Math.Min(400, service.Said.Length)..]}");
            }

            await world.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.LastError, (string?)null)));
        }
    }

    /// <summary>One mail at which the server falls silent: it is cut, and meanwhile the desk works.</summary>
    private static async Task HangAsync(World world, Desk desk, SmtpPeer peer, string to, Run run)
    {
        var mannerOf = peer.MannerOf;
        peer.MannerOf = address => address == to ? Manner.Hang : mannerOf(address);
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-2);
        await world.HoldMailAsync();
        await world.ReadAsync(db => db.Outbox.Where(m => m.To == to).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, past)));
        await Patience.UntilAsync(() => Task.FromResult(!peer.Seen.IsEmpty), TimeSpan.FromSeconds(60));
        var acts = new Acts(TimeProvider.System);
        for (var i = 0; i < 5; i++)
        {
            var answer = await desk.SendAsync(acts.Note(world.Cases[0].Id));
            run.Result.Count(answer.Done);
        }

        var cut = await Patience.UntilAsync(() => world.ReadAsync(db => db.Outbox.AnyAsync(m => m.To == to && m.LastError != null)), TimeSpan.FromMinutes(3));
        run.Result.Count(cut);
        if (!cut)
        {
            run.Result.Fault("a silent server was not cut");
        }

        peer.MannerOf = mannerOf;
    }

    /// <summary>After the first failure a mail waits: it is not tried again at once.</summary>
    private static async Task FirstTryAsync(World world, Dictionary<string, Manner> mannerOf, Run run)
    {
        await world.ReleaseMailAsync();
        await Patience.UntilAsync(async () => await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Status == OutboxStatus.Queued && m.Attempts == 0)) == 0, TimeSpan.FromMinutes(run.Of(3, 60)));
        var soon = TimeProvider.System.GetUtcNow();
        var again = await world.ReadAsync(db => db.Outbox.Where(m => m.Status == OutboxStatus.Queued && m.Attempts == 1 && m.LastError != null && m.NotBefore <= soon).ToListAsync());
        foreach (var mail in again)
        {
            run.Result.Fault($"mail to a server that did {mannerOf.GetValueOrDefault(mail.To)} is due again at once");
        }
    }

    /// <summary>Time passes until every mail has left or lies with the desk.</summary>
    private static async Task EndAsync(World world, Run run)
    {
        var ended = await Patience.UntilAsync(async () =>
        {
            await world.ReleaseMailAsync();
            return await world.QueuedMailAsync() == 0;
        }, TimeSpan.FromMinutes(run.Of(5, 120)));
        if (!ended)
        {
            run.Result.Fault($"{await world.QueuedMailAsync()} mails never came to an end");
        }
    }

    private static Task<int> JudgeAsync(World world, SmtpPeer peer, Dictionary<string, Manner> mannerOf, Result result) => world.ReadAsync(async db =>
    {
        var mails = await db.Outbox.Where(m => m.ParticipantId != null).ToListAsync();
        foreach (var mail in mails.Where(m => mannerOf.ContainsKey(m.To)))
        {
            var manner = mannerOf[mail.To];
            var task = await db.WorkItems.AnyAsync(i => i.CaseId == mail.CaseId!.Value && i.Status == WorkItemStatus.Open && i.Path.EndsWith("mend-mail"));
            var asItMust = Array.IndexOf(_hopeless, manner) >= 0 ? mail is { Status: OutboxStatus.Failed, LastError: not null } && task : mail.Status == OutboxStatus.Sent;
            result.Count(asItMust);
            if (!asItMust)
            {
                result.Fault($"{manner}: the mail is {mail.Status} after {mail.Attempts} tries ({mail.LastError}){(task ? "" : ", the desk has no task")}");
            }

            var taken = peer.Taken.GetValueOrDefault(mail.MessageId);
            if (mail.Status == OutboxStatus.Sent && taken == 0)
            {
                result.Lose($"{manner}: {mail.MessageId}");
            }

            if (taken > 1)
            {
                result.Double($"{manner}: {mail.MessageId} was taken over {taken} times");
            }
        }

        result.Tell($"mails {mails.Count}, manners {_manners.Length + 3}, at the desk {mails.Count(m => m.Status == OutboxStatus.Failed)}");
        return 0;
    });
}
