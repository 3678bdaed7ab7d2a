using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>R2: kills at the moments that have a name, and at any moment while four senders are at work.</summary>
internal static class KillAtFailpoints
{
    private const string BeforeCommit = "before the commit is durable";
    private const string AfterCommit = "after the commit, before the answer";
    private const string BeforeRow = "file written, before its row";
    private const string BeforeMailTaken = "mail handed over, before the server's yes";
    private const string AfterMailTaken = "after the server's yes, before the mark";

    private static readonly (string Where, string Calls)[] _calls =
    [
        (BeforeCommit, "fsync,fdatasync"), (AfterCommit, "sendmsg,sendto"), (BeforeRow, "?rename"),
    ];

    /// <summary>The world begins anew after so many random kills, so that checking it stays quick.</summary>
    private const int KillsInAWorld = 25;

    /// <summary>Worlds at the same time: a kill is followed by waiting for a start, for jobs, for the disk.</summary>
    private const int Together = 3;

    public static async Task RunAsync(Run run)
    {
        var template = await World.MakeAsync(4, 2);
        var turns = Enumerable.Range(0, run.Of(1, 20)).Select(_ => new Run(run.Whole, run.Dice.Next(), run.Result, Piece.Whole)).ToList();
        var busy = Enumerable.Range(1, run.Of(10, 1000)).Chunk(KillsInAWorld).Select(kills => (Kills: kills, Dice: new Random(run.Dice.Next()))).ToList();
        await run.EachAsync(run.Own(turns), Together, async turn =>
        {
            await using var scene = await KillScene.StartAsync(await template.CopyAsync(), run.Result);
            var named = await TurnAsync(scene, turn);
            run.Result.Add("kills at named points", named);
            await scene.CloseAsync(named);
        });
        await run.EachAsync(run.Own(busy), Together, async world =>
        {
            await using var scene = await KillScene.StartAsync(await template.CopyAsync(), run.Result);
            foreach (var kill in world.Kills)
            {
                run.Result.Progress($"random kill {kill}");
                var (done, open) = await scene.BusyAsync(TimeSpan.FromMilliseconds(world.Dice.Next(100, 1500)));
                run.Result.Add("random kills", 1);
                run.Result.Add("acts acknowledged under load", done);
                run.Result.Add("sent again", open);
            }

            await scene.CloseAsync(world.Kills.Length);
        });
        await template.RemoveAsync();
    }

    private static async Task<int> TurnAsync(KillScene scene, Run run)
    {
        var sprung = 0;
        foreach (var (where, calls) in _calls)
        {
            var scenarios = where == BeforeRow ? ["upload"] : KillScene.Scenarios.Except([KillScene.Mail, KillScene.Timer]).ToArray();
            foreach (var scenario in run.Whole ? scenarios : run.Dice.GetItems(scenarios, Math.Min(2, scenarios.Length)))
            {
                run.Result.Progress($"{scenario} {where}");
                var (died, _) = await scene.PointAsync(scenario, where, async service => await Strace.KillAtAsync(service, calls, 1));
                sprung += Sprung(died, scenario, where, run.Result);
            }
        }

        foreach (var where in new[] { BeforeMailTaken, AfterMailTaken })
        {
            run.Result.Progress(where);
            var (died, _) = await scene.PointAsync(KillScene.Mail, where, service => Task.FromResult<IAsyncDisposable>(new KillingPeer(scene.Peer, service, where == AfterMailTaken)));
            sprung += Sprung(died, KillScene.Mail, where, run.Result);
        }

        for (var i = 0; i < 2; i++)
        {
            await scene.BackupAsync(TimeSpan.FromMilliseconds(run.Dice.Next(300, 2500)));
        }

        return sprung;
    }

    private static int Sprung(bool died, string scenario, string where, Result result)
    {
        if (!died)
        {
            result.Fault($"{scenario} {where}: the kill did not come");
        }

        return died ? 1 : 0;
    }

    /// <summary>The mail server kills the service in the middle of handing over.</summary>
    private sealed class KillingPeer : IAsyncDisposable
    {
        private readonly SmtpPeer _peer;

        public KillingPeer(SmtpPeer peer, Service service, bool afterAnswer)
        {
            _peer = peer;
            Func<string, Task> kill = _ => service.KillAsync();
            peer.BeforeAnswer = afterAnswer ? null : kill;
            peer.AfterAnswer = afterAnswer ? kill : null;
        }

        public ValueTask DisposeAsync()
        {
            _peer.BeforeAnswer = null;
            _peer.AfterAnswer = null;
            return ValueTask.CompletedTask;
        }
    }
}
