using Microsoft.EntityFrameworkCore;
using Networks.Data.Outbox;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// S6: <c>networks backup</c> while people work, and each copy put back on an empty machine: what was acknowledged before it
/// is there, what is there is what was written, and no mail leaves until somebody says so.
/// </summary>
internal static class Drills
{
    private const int ActsPerSecond = 20;

    /// <summary>Mails are looked for every three seconds.</summary>
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(8);

    public static Task RunAsync(Run run) => World.OnBothAsync(server => OnAsync(run, server));

    private static async Task OnAsync(Run run, PostgreSqlServer? server)
    {
        var world = await World.MakeAsync(4, 2, server);
        var ledger = new Ledger();
        await using var peer = new SmtpPeer();
        await using (var service = await world.StartAsync(peer.Settings()))
        {
            using var desk = new Desk(world, service.Address);
            await using (new Load(world, desk, ledger, ActsPerSecond))
            {
                for (var drill = 1; drill <= run.Of(2, 20); drill++)
                {
                    run.Result.Progress($"drill {drill}, {(server is null ? "embedded" : "server")}");
                    await Task.Delay(TimeSpan.FromMilliseconds(run.Dice.Next(500, 3000)));
                    await UnderLoadAsync(world, ledger, run.Result, $"drill {drill}");
                }
            }

            await world.DrainMailAsync(peer, run.Result, kills: 0);
        }

        await StandingAsync(world, run.Result);
        run.Result.Add("acts", ledger.CountIn(run.Result));
        await Checker.CheckAsync(world, ledger, run.Result, "after the drills");
        await world.RemoveAsync();
    }

    private static async Task UnderLoadAsync(World world, Ledger ledger, Result result, string when)
    {
        await world.HoldMailAsync();
        var before = ledger.Copy();
        var there = await DrillAsync(world, result, when);
        await world.ReleaseMailAsync();
        result.Add("drills", 1);
        result.Count(there is not null);
        if (there is not null)
        {
            await Checker.CheckAsync(there, before, result, when);
            await HistoryAsync(world, there, result, when);
            await SilentAsync(there, result, when);
            await there.RemoveAsync();
        }
    }

    /// <summary>Nobody works: the copy and what it is of are the same, row by row.</summary>
    private static async Task StandingAsync(World world, Result result)
    {
        if (await DrillAsync(world, result, "nobody at work") is not { } there)
        {
            return;
        }

        var (here, copied) = (await Tables.ReadAsync(world), await Tables.ReadAsync(there));
        foreach (var (table, rows) in here.Where(t => t.Key != "MailPauses"))
        {
            result.Count(rows == copied[table]);
            if (rows != copied[table])
            {
                result.Fault($"{table}: {rows}, put back {copied[table]}");
            }
        }

        await there.RemoveAsync();
    }

    /// <returns>The empty machine on which the copy was put back; null when that failed, which is told.</returns>
    private static async Task<World?> DrillAsync(World world, Result result, string when)
    {
        var folder = Leftovers.Folder();
        var file = Path.Combine(folder, "copia.zip");
        var there = await world.EmptyAsync();
        foreach (var words in (string[][])[["backup", file, .. world.Settings], ["restore", file, .. there.Settings]])
        {
            await using var verb = Service.Verb(folder, words);
            if (await verb.EndedAsync() != 0)
            {
                result.Fault($"{when}: {words[0]}: {verb.Said}");
                await there.RemoveAsync();
                return null;
            }
        }

        Leftovers.Delete(folder);
        return there;
    }

    /// <summary>Every fact of the copy is one that was written here, as it was written.</summary>
    private static async Task HistoryAsync(World world, World there, Result result, string when)
    {
        var copied = await FactsAsync(there);
        var written = await FactsAsync(world);
        foreach (var fact in copied.Where(fact => !written.Contains(fact)))
        {
            result.Fault($"{when}: fact {fact} is in the copy only");
        }

        result.Add("facts put back", copied.Count);
    }

    private static Task<HashSet<string>> FactsAsync(World world) =>
        world.ReadAsync(async db => (await db.CaseEvents.Select(e => new { e.CaseId, e.Number, e.Hash }).ToListAsync()).Select(e => $"{e}").ToHashSet());

    /// <summary>What waits to be mailed may have left since the copy was made.</summary>
    private static async Task SilentAsync(World there, Result result, string when)
    {
        await there.ReleaseMailAsync();
        await using var peer = new SmtpPeer();
        await using var service = await there.StartAsync(peer.Settings());
        await Task.Delay(_silence);
        if (!peer.Seen.IsEmpty)
        {
            result.Double($"{when}: {peer.Seen.Count} mails left what was put back");
        }

        // That they would have left is seen when the word is given.
        result.Add("mails held", await there.QueuedMailAsync());
        await there.ReadAsync(db => db.MailPauses.Where(p => p.Reason == MailPauseReasons.Restored).ExecuteDeleteAsync());
        var goesOn = await Patience.UntilAsync(() => Task.FromResult(!peer.Taken.IsEmpty), TimeSpan.FromSeconds(60));
        result.Count(goesOn);
        if (!goesOn)
        {
            result.Fault($"{when}: no mail leaves after the word was given");
        }
    }
}
