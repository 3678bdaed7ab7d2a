using Microsoft.EntityFrameworkCore;
using Networks.Data.Cases;
using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R12: the kept database of every release is taken over with all its work in flight; the migration is killed at its writes
/// and begun again; then every open network is worked on.
/// </summary>
internal static class UpgradeInFlight
{
    public static async Task RunAsync(Run run)
    {
        var releases = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Upgrades"), "v*.zip").Order(StringComparer.Ordinal).ToList();
        var (kills, networks) = (0, 0);
        foreach (var release in releases)
        {
            var writes = await WritesAsync(release);
            var points = run.Whole ? Enumerable.Range(1, writes) : Enumerable.Range(0, 5).Select(_ => run.Dice.Next(1, writes + 1)).ToArray();
            foreach (var write in points)
            {
                run.Result.Progress($"{Path.GetFileName(release)} killed at write {write} of {writes}");
                var folder = await RestoredAsync(release);
                await using (var migrating = Strace.Under(folder, $"-e trace={Strace.DurableWrites} -e inject={Strace.DurableWrites}:signal=SIGKILL:when={write}", Migrate(folder)))
                {
                    kills += await migrating.EndedAsync() == 0 ? 0 : 1;
                }

                networks += await WorkOnAsync(folder, $"killed at write {write}", run.Result);
                Leftovers.Delete(folder);
            }
        }

        run.Result.Tell($"releases {releases.Count}, kills {kills}, networks worked on {networks}");
    }

    private static async Task<int> WritesAsync(string release)
    {
        var folder = await RestoredAsync(release);
        var log = Path.Combine(folder, "writes");
        await using (var migrating = Strace.Under(folder, $"-e trace={Strace.DurableWrites} -o {log}", Migrate(folder)))
        {
            await migrating.EndedAsync();
        }

        // The counter is of the busiest thread, which does the work of the database.
        var writes = File.ReadLines(log).Where(line => line.Contains('(', StringComparison.Ordinal)).GroupBy(line => line.Split(' ')[0]).Max(g => g.Count());
        Leftovers.Delete(folder);
        return writes;
    }

    private static async Task<string> RestoredAsync(string release)
    {
        var folder = Leftovers.Folder();
        await using var restore = Service.Verb(folder, "restore", release, $"--Networks:Folder={folder}");
        return await restore.EndedAsync() == 0 ? folder : throw new InvalidOperationException(restore.Said);
    }

    private static string[] Migrate(string folder) => [Service.Program, "migrate", $"--Networks:Folder={folder}"];

    private static async Task<int> WorkOnAsync(string folder, string when, Result result)
    {
        await using (var again = Service.Verb(folder, "migrate", $"--Networks:Folder={folder}"))
        {
            var code = await again.EndedAsync();
            result.Count(code == 0);
            if (code != 0)
            {
                result.Fault($"{when}: migrate ended with {code}: {again.Said}");
                return 0;
            }
        }

        var world = World.At(folder);
        var worked = 0;
        var ledger = new Ledger();
        var desks = await world.ReadAsync(db => db.Cases.Where(c => c.Status == CaseStatus.Open).GroupBy(c => c.OwnerId).Select(g => new { g.Key, Cases = g.Select(c => c.Id).ToList() }).ToListAsync());
        var sessions = new Dictionary<object, World>();
        foreach (var desk in desks)
        {
            sessions[desk] = await world.SignedInAsync(TimeProvider.System, desk.Key);
        }

        await using (var service = await world.StartAsync())
        {
            foreach (var desk in desks)
            {
                using var officer = new Desk(sessions[desk], service.Address);
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
        }

        await Checker.CheckAsync(world, ledger, result, when);
        return worked;
    }
}
