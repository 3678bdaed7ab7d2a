using Microsoft.EntityFrameworkCore;
using Networks.Data.Work;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R6: thousands of timers come due at once for two nodes, of which one is killed again and again. None fires early, none is
/// left, and what each does is there once.
/// </summary>
internal static class NodeTimers
{
    private const int Firms = 3;

    /// <summary>A reminder for each firm and the deadline.</summary>
    private const int TimersInACase = Firms + 1;

    public static async Task RunAsync(Run run)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var cases = run.Of(1000, 10_000) / TimersInACase;
        var world = await World.MakeAsync(cases, Firms, server);
        run.Result.Progress($"{cases} cases");
        var kills = 0;
        await using (var nodes = await TwoNodes.StartAsync(world))
        {
            var due = await TimersAsync(world);
            await world.MakeTimersDueAsync();
            var most = run.Of(8, 100);
            for (var over = false; !over;)
            {
                // By what is done and not by the clock: a fast machine would be through before the first kill.
                var next = kills < most ? due.Count * (most - kills) / (most + 1) : 0;
                var reached = await Patience.UntilAsync(async () => await world.DueTimersAsync() <= next, TimeSpan.FromMinutes(run.Of(10, 60)));
                var left = await world.DueTimersAsync();
                run.Result.Progress($"{left} left after {kills} kills");
                over = left == 0 || !reached;
                if (!reached)
                {
                    run.Result.Fault($"{left} timers are left");
                }
                else if (!over)
                {
                    await nodes.KillAsync(kills % 2);
                    await nodes.StartAsync(kills % 2);
                    kills++;
                }
            }

            if (kills == 0)
            {
                run.Result.Fault("no node was killed while timers were due");
            }

            await JudgeAsync(world, due, run.Result);
        }

        run.Result.Tell($"kills {kills}");
        await Checker.CheckAsync(world, null, run.Result, "at the end");
        await world.RemoveAsync();
    }

    private static Task<Dictionary<Guid, (TimerKind Kind, TimerStatus Status)>> TimersAsync(World world) =>
        world.ReadAsync(async db => (await db.Timers.AsNoTracking().ToListAsync()).ToDictionary(t => t.Id, t => (t.Kind, t.Status)));

    private static async Task JudgeAsync(World world, Dictionary<Guid, (TimerKind Kind, TimerStatus Status)> due, Result result)
    {
        var now = await TimersAsync(world);
        var missing = due.Keys.Where(id => now[id].Status is TimerStatus.Pending or TimerStatus.Parked).ToList();
        foreach (var id in due.Keys)
        {
            result.Count(now[id].Status is TimerStatus.Fired or TimerStatus.Dropped);
        }

        missing.ForEach(id => result.Lose($"timer {due[id].Kind} {id} is {now[id].Status}"));
        foreach (var (id, timer) in now.Where(t => !due.ContainsKey(t.Key) && t.Value.Status == TimerStatus.Fired))
        {
            result.Fault($"timer {timer.Kind} {id} fired before its time");
        }

        var silences = await world.ReadAsync(db => db.WorkItems.Where(i => i.Path.EndsWith("decide-on-silence")).GroupBy(i => i.CaseId).Select(g => g.Count()).ToListAsync());
        silences.Where(n => n > 1).ToList().ForEach(n => result.Double($"a deadline made {n} tasks"));
        var reminders = await world.ReadAsync(db => db.Outbox.Where(m => m.Kind == "drafting.reminder").GroupBy(m => m.ParticipantId).Select(g => g.Count()).ToListAsync());
        reminders.Where(n => n > 1).ToList().ForEach(n => result.Double($"a firm got {n} reminders of one timer"));
        var deadlines = due.Values.Count(t => t.Kind == TimerKind.Deadline);
        if (silences.Count != deadlines)
        {
            result.Lose($"{deadlines} deadlines made tasks in {silences.Count} cases");
        }

        result.Tell($"timers {due.Count}, deadlines {deadlines}, tasks of deadlines {silences.Sum()}, reminders mailed {reminders.Sum()}, dropped by a deadline {due.Keys.Count(id => now[id].Status == TimerStatus.Dropped)}");
    }
}
