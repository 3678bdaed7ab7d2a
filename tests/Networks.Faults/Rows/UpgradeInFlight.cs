using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Faults.Support;
using Networks.Web.Commands;

namespace Networks.Faults.Rows;

/// <summary>
/// R12: the kept database of every release is taken over with all its work in flight; the migration is killed at its writes
/// and begun again; then every open network is worked on. The migration that is killed is a process of its own; what follows
/// is the same verb and the same service in this process, where they are warm.
/// </summary>
internal static class UpgradeInFlight
{
    /// <summary>Points at the same time, each in a folder of its own.</summary>
    private const int Together = 2;

    public static async Task RunAsync(Run run)
    {
        var releases = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Upgrades"), "v*.zip").Order(StringComparer.Ordinal).ToList();
        foreach (var release in releases)
        {
            var template = await RestoredAsync(release);
            var writes = await WritesAsync(template);
            var points = run.Whole ? [.. Enumerable.Range(1, writes)] : Enumerable.Range(0, 5).Select(_ => run.Dice.Next(1, writes + 1)).ToArray();
            await run.EachAsync(points.Where(run.Has), Together, async write =>
            {
                await PointAsync(template, write, run.Result);
                run.Result.Progress($"{Path.GetFileName(release)} killed at write {write} of {writes}");
            });
            await template.RemoveAsync();
        }

        run.Result.Tell($"releases {releases.Count}");
    }

    private static async Task PointAsync(World template, int write, Result result)
    {
        var world = await template.CopyAsync();
        await using (var migrating = Strace.Under(world.Folder, $"-e trace={Strace.DurableWrites} -e inject={Strace.DurableWrites}:signal=SIGKILL:when={write}", [Service.Program, .. Migrate(world)]))
        {
            result.Add("kills", await migrating.EndedAsync() == 0 ? 0 : 1);
        }

        result.Add("networks worked on", await WorkOnAsync(world, $"killed at write {write}", result));
        await world.RemoveAsync();
    }

    private static async Task<int> WritesAsync(World template)
    {
        var world = await template.CopyAsync();
        var log = Path.Combine(world.Folder, "writes");
        await using (var migrating = Strace.Under(world.Folder, $"-e trace={Strace.DurableWrites} -o {log}", [Service.Program, .. Migrate(world)]))
        {
            await migrating.EndedAsync();
        }

        // The counter is of the busiest thread, which does the work of the database.
        var writes = File.ReadLines(log).Where(line => line.Contains('(', StringComparison.Ordinal)).GroupBy(line => line.Split(' ')[0]).Max(g => g.Count());
        await world.RemoveAsync();
        return writes;
    }

    private static async Task<World> RestoredAsync(string release)
    {
        var folder = Leftovers.Folder();
        await using var restore = Service.Verb(folder, "restore", release, $"--Networks:Folder={folder}");
        return await restore.EndedAsync() == 0 ? World.At(folder) : throw new InvalidOperationException(restore.Said);
    }

    private static string[] Migrate(World world) => ["migrate", .. world.Settings];

    private static async Task<int> WorkOnAsync(World world, string when, Result result)
    {
        using var said = new StringWriter();
        var code = await CommandLine.RunAsync(Migrate(world), said, said);
        result.Count(code == 0);
        if (code != 0)
        {
            result.Fault($"{when}: migrate ended with {code}: {said}");
            return 0;
        }

        var worked = 0;
        var ledger = new Ledger();
        var desks = await world.ReadAsync(db => db.Cases.Where(c => c.Status == CaseStatus.Open).GroupBy(c => c.OwnerId).Select(g => new { g.Key, Cases = g.Select(c => c.Id).ToList() }).ToListAsync());
        await world.ServedAsync(async app =>
        {
            foreach (var desk in desks)
            {
                using var officer = new Desk(await world.SignedInAsync(app, desk.Key), new Uri(app.Urls.Single()));
                var acts = new Acts(TimeProvider.System);
                foreach (var id in desk.Cases)
                {
                    var act = acts.Note(id);
                    var answer = ledger.Write(act, await officer.InsistAsync(act));
                    result.Count(answer.Done);
                    worked += answer.Done ? 1 : 0;
                    if (!answer.Done)
                    {
                        result.Fault($"{when}: note on {id.Value}: {answer}");
                    }
                }
            }
        });
        await Checker.CheckAsync(world, ledger, result, when);
        return worked;
    }
}
