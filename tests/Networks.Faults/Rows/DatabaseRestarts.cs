using System.Text.RegularExpressions;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R8: the database server is killed and started again under load on two nodes. Nothing acknowledged is lost; the services
/// come back by themselves, and until then whoever asks is told so.
/// </summary>
internal static partial class DatabaseRestarts
{
    private const int Senders = 4;

    public static async Task RunAsync(Run run)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var world = await World.MakeAsync(Senders, 2, server);
        var ledger = new Ledger();
        var restarts = run.Of(6, 80);
        var (acts, ready) = (0, TimeSpan.Zero);
        await using (var nodes = await TwoNodes.StartAsync(world))
        {
            using var over = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(world, nodes, sender, ledger, run.Result, over.Token))).ToList();
            for (var i = 0; i < restarts; i++)
            {
                run.Result.Progress($"restart {i}");
                await Task.Delay(TimeSpan.FromSeconds(run.Dice.Next(2, run.Of(5, 40))));
                await server.KillAsync();
                await Task.Delay(run.Whole && i == restarts / 2 ? TimeSpan.FromMinutes(5) : TimeSpan.FromMilliseconds(run.Dice.Next(0, 2000)));
                await server.ServeAsync();
                ready = Longer(ready, await ReadyAsync(nodes, run.Result));
            }

            await over.CancelAsync();
            acts = (await Task.WhenAll(senders)).Sum();
            foreach (var act in ledger.Unknown)
            {
                await ledger.SettleAsync(nodes.Desk(0), act);
            }
        }

        ledger.CountIn(run.Result);
        run.Result.Tell(FormattableString.Invariant($"restarts {restarts}, acts {acts}, longest way back {ready.TotalSeconds:0.0} s"));
        await Checker.CheckAsync(world, ledger, run.Result, "after the restarts");
        await world.RemoveAsync();
    }

    private static async Task<int> SendAsync(World world, TwoNodes nodes, int sender, Ledger ledger, Result result, CancellationToken over)
    {
        var acts = new Acts(TimeProvider.System);
        var @case = world.Cases[sender];
        var n = 0;
        for (; !over.IsCancellationRequested; n++)
        {
            var act = (n % 3) switch
            {
                0 => acts.OpenCase(Acts.NewFirms(10_000 + (sender * 5000) + (2 * (n % 2500)))),
                1 => acts.Object(@case.Firms[0], @case.Round),
                _ => acts.Note(@case.Id),
            };
            Answer answer;
            do
            {
                answer = await nodes.Desk(n % 2).SendAsync(act);
                if (answer.Status >= 500 && answer.Status != 503)
                {
                    result.Fault($"an error instead of \"come back\": {answer}, number {Number().Match(answer.Html)}");
                }

                ledger.Write(act, answer.Status >= 500 ? Answer.None : answer);
                await Task.Delay(answer.Status is 302 ? 20 : 250, CancellationToken.None);
            }
            while (!answer.Done && (answer.Unknown || answer.Status >= 500) && !over.IsCancellationRequested);
        }

        return n;
    }

    private static async Task<TimeSpan> ReadyAsync(TwoNodes nodes, Result result)
    {
        var begin = TimeProvider.System.GetTimestamp();
        foreach (var node in new[] { 0, 1 })
        {
            var back = await Patience.UntilAsync(async () => await nodes.Desk(node).StatusAsync("/networks") == 200, TimeSpan.FromMinutes(2));
            result.Count(back);
            if (!back)
            {
                result.Fault($"node {node} does not come back: {await nodes.Desk(node).StatusAsync("/networks")}");
            }
        }

        return TimeProvider.System.GetElapsedTime(begin);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    [GeneratedRegex("[0-9A-F]{4}-[0-9A-F]{4}")]
    private static partial Regex Number();
}
