using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Work;

namespace Networks.Bench.Engine;

/// <summary>
/// The most usual human step: a firm approves a text by its link. It completes its task, drops its reminder, records
/// answer and history, queues the receipt; the last of eight also closes the round and opens the desk's next task.
/// </summary>
internal static class StepsBench
{
    private const int Cases = 480;

    /// <summary>Beside them: a database that has been at work for years, whose rows are found by its indexes.</summary>
    private const int Finished = 2_000;

    public static Task RunAsync() => Stores.EachAsync(MeasureAsync);

    private static async Task MeasureAsync(Store store)
    {
        IReadOnlyList<IReadOnlyList<Asked>> tracks;
        await using (var ground = new Ground(store))
        {
            var officer = await RoundCase.SeedAsync(ground);
            await RoundCase.FinishAsync(ground, officer, Finished);
            var original = await RoundCase.MakeAsync(ground, officer);
            await CaseCopies.MakeAsync(ground, original, Finished, Cases);
            tracks = [.. (await RoundCase.AskAsync(ground, [original])).GroupBy(a => a.Case).Select(g => g.ToList())];
        }

        var sent = await Recording.OfAsync(store, tracks.SelectMany(t => t));
        // Code that runs for months is measured, not code that is still being compiled.
        await RoundAsync(store, tracks, sent, callers: 8);
        foreach (var callers in (int[])[1, 8])
        {
            var round = await RoundAsync(store, tracks, sent, callers);
            Pace.Print($"steps-{store.Word}-{callers}", round.Ours, round.Floor, "steps/s");
            Pace.Print($"steps-{store.Word}-{callers}-reading", round.Ours, round.Reading, "steps/s");
            if (callers == 1)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored-{store.Word}: ours={round.BytesPerStep / 1024:0.00} KiB per step"));
            }
        }

        await EightAtOnceAsync(store, tracks);
    }

    /// <summary>All steps once, on a fresh copy each for ours and the floor.</summary>
    private static async Task<Round> RoundAsync(Store store, IReadOnlyList<IReadOnlyList<Asked>> tracks, IReadOnlyDictionary<Asked, Sent> sent, int callers)
    {
        await using var ground = new Ground(await store.CopyAsync());
        using var floor = new Floor(await store.CopyAsync());
        using var reading = new Floor(await store.CopyAsync());
        var before = await ground.Store.SizeAsync();
        var paces = await Race.RunAsync(
            tracks,
            callers,
            async share =>
            {
                foreach (var act in share)
                {
                    await ground.SendAsync(act.Actor, act.Answer());
                }
            },
            share => floor.RunAsync(share, act => sent[act].Writes),
            share => reading.RunAsync(share, act => sent[act].All));
        return new Round(paces[0], paces[1], paces[2], (await ground.Store.SizeAsync() - before) / (double)tracks.Sum(t => t.Count));
    }

    /// <summary>All eight firms of a case answer at the same moment, case after case: each counts, and the case goes on once.</summary>
    private static async Task EightAtOnceAsync(Store store, IReadOnlyList<IReadOnlyList<Asked>> tracks)
    {
        await using var ground = new Ground(await store.CopyAsync());
        var took = TimeSpan.Zero;
        foreach (var firms in tracks)
        {
            took += await Race.TimeAsync(firms, firm => ground.SendAsync(firm.Actor, firm.Answer()));
        }

        var cases = tracks.Select(t => t[0].Case).ToList();
        var (lost, doubled) = await ground.WithAsync(async (_, db) =>
        {
            var rounds = await db.ApprovalRounds.AsNoTracking().Where(r => cases.Contains(r.CaseId)).ToListAsync();
            var next = await db.WorkItems.Where(i => cases.Contains(i.CaseId) && i.Status == WorkItemStatus.Open).Select(i => new { i.CaseId, i.Path, i.SubjectId }).ToListAsync();
            var answered = rounds.Count(r => r.Status == RoundStatus.Closed && r.ApprovedByAll);
            return ((cases.Count - answered) + (cases.Count - next.Select(n => n.CaseId).Distinct().Count()), next.Count - next.Distinct().Count());
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"eight-at-once-{store.Word}: {cases.Count} cases, {tracks.Sum(t => t.Count) / took.TotalSeconds:0} steps/s, lost={lost} doubled={doubled}"));
    }

    /// <param name="Reading">The floor that reads what the act read.</param>
    private sealed record Round(Pace Ours, Pace Floor, Pace Reading, double BytesPerStep);
}
