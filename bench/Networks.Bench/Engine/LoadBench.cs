using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Drafts;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Common;

namespace Networks.Bench.Engine;

/// <summary>
/// The embedded database under many at once (S2): 32 writers, fifty acts a second, beside eight who read pages one after the
/// other; nobody may be told that it is busy. The peer is the same rows by hand, each writer on a connection of its own that
/// waits as SQLite waits. Then the log (S4): somebody reads one moment for long while acts go on; how large the log grows and
/// how soon it is small again afterwards.
/// </summary>
internal static class LoadBench
{
    private const int Writers = 32;
    private const int Readers = 8;
    private const int ActsPerSecond = 50;
    private const int ActsBesideReader = 20;
    private const int Finished = 2_000;

    /// <summary>Seconds of acts before the long reader comes, and after he has gone.</summary>
    private const int Beside = 60;

    /// <summary>The service's limit of its log.</summary>
    private const long LogLimit = 64 << 20;

    /// <param name="seconds">How long each of the two is loaded; the long reader reads twice as long.</param>
    public static async Task RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var store = Store.Sqlite(Path.Combine(folder, "networks.db"));
            var (officer, asked) = await MakeAsync(store, Math.Max(seconds * ActsPerSecond, ((seconds * 2) + (2 * Beside)) * ActsBesideReader));
            var acts = asked.Take(seconds * ActsPerSecond).ToList();
            var sent = await Recording.OfAsync(store, acts);
            await ManyAsync(store, officer, acts, sent);
            await LongReaderAsync(store, asked, seconds * 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>The desk, and firms to answer, those that follow one another of different cases.</returns>
    private static async Task<(Officer Officer, List<Asked> Asked)> MakeAsync(Store store, int acts)
    {
        await using var ground = new Ground(store);
        var officer = await RoundCase.SeedAsync(ground);
        await RoundCase.FinishAsync(ground, officer, Finished);
        var original = await RoundCase.MakeAsync(ground, officer);
        await CaseCopies.MakeAsync(ground, original, Finished, (acts / RoundCase.Firms) + 1);
        var asked = (await RoundCase.AskAsync(ground, [original])).GroupBy(a => a.Case).SelectMany(of => of.Index()).OrderBy(a => a.Index).Select(a => a.Item).ToList();
        return (officer, asked);
    }

    private static async Task ManyAsync(Store store, Officer officer, List<Asked> acts, IReadOnlyDictionary<Asked, Sent> sent)
    {
        var ours = await store.CopyAsync();
        await using var ground = new Ground(ours);
        var (waits, pages) = await BesideReadersAsync(ground, officer, acts, (_, act) => ground.SendAsync(act.Actor, act.Answer()), "ours");
        var ids = acts.Select(a => a.Round).Distinct().ToList();
        var answered = await ground.WithAsync((_, db) => db.ApprovalRounds.AsNoTracking().Where(r => ids.Contains(r.Id)).SelectMany(r => r.Answers).CountAsync(a => a.Decision == FirmDecision.Approved));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load-answers: {acts.Count} acts, {answered} answers stored"));

        var byHand = await store.CopyAsync();
        using var floor = new Floor(byHand, inTurns: false);
        await using var reading = new Ground(byHand);
        var connections = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => byHand.OpenAsync()));
        var (peerWaits, peerPages) = await BesideReadersAsync(reading, officer, acts, (writer, act) => floor.ActAsync(connections[writer], sent[act].Writes), "peer");
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        foreach (var percent in (double[])[50, 95, 99, 100])
        {
            Figures.Print(string.Create(CultureInfo.InvariantCulture, $"load-write-p{percent}"), Figures.Percentile(waits, percent), Figures.Percentile(peerWaits, percent), "ms");
        }

        Figures.Print("load-pages", pages, peerPages, "pages/s");
    }

    private static async Task<(IReadOnlyList<double> Waits, double PagesPerSecond)> BesideReadersAsync(
        Ground ground, Officer officer, List<Asked> acts, Func<int, Asked, Task> act, string who)
    {
        var cases = acts.Select(a => a.Case).Distinct().ToList();
        using var over = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            var pages = 0;
            for (; !over.IsCancellationRequested; pages++)
            {
                // SQLite answers at once: without this a reader would never give its thread back, as a request does.
                await Task.Yield();
                await ground.SendAsync(Actor.Of(officer), new ShowCase(cases[((pages * Readers) + reader) % cases.Count]));
            }

            return pages;
        })).ToList();
        var (waits, errors) = await SteadyPace.RunAsync(acts, ActsPerSecond, Writers, act);
        await over.CancelAsync();
        var read = (await Task.WhenAll(readers)).Sum();
        var busy = errors.Count(e => e.GetBaseException() is SqliteException { SqliteErrorCode: 5 or 6 });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"load-{who}: {acts.Count} acts, {read} pages, busy {busy}, other errors {errors.Count - busy}{(errors.Count > 0 ? $" ({errors[0].GetBaseException().Message})" : "")}"));
        return (waits, read / watch.Elapsed.TotalSeconds);
    }

    private static async Task LongReaderAsync(Store store, List<Asked> asked, int seconds)
    {
        var copy = await store.CopyAsync();
        await using var ground = new Ground(copy);
        Task ActAsync(int writer, Asked act) => ground.SendAsync(act.Actor, act.Answer());
        var turns = new Queue<Asked>(asked);
        List<Asked> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => turns.Dequeue())];

        var alone = await SteadyPace.RunAsync(Next(Beside * ActsBesideReader), ActsBesideReader, Writers, ActAsync);
        var (beside, largest) = await ground.WithAsync(async (_, db) =>
        {
            await db.BeginMomentAsync(default);
            await db.Cases.CountAsync();
            var acts = await SteadyPace.RunAsync(Next(seconds * ActsBesideReader), ActsBesideReader, Writers, ActAsync);
            var size = copy.LogSize();
            await db.EndMomentAsync();
            return (acts, size);
        });

        var clock = Stopwatch.StartNew();
        TimeSpan? small = null;
        var afterwards = await SteadyPace.RunAsync(Next(Beside * ActsBesideReader), ActsBesideReader, Writers, async (writer, act) =>
        {
            await ActAsync(writer, act);
            small ??= copy.LogSize() <= LogLimit ? clock.Elapsed : null;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"log: {largest >> 20} MiB after {seconds} s of one reader, {copy.LogSize() >> 20} MiB a minute later, at most {LogLimit >> 20} after {small?.TotalSeconds:0.0} s; errors {alone.Errors.Count + beside.Errors.Count + afterwards.Errors.Count}"));
        Figures.Print("log-write-p99-beside-reader", Figures.Percentile(beside.Waits, 99), Figures.Percentile(alone.Waits, 99), "ms");
        Figures.Print("log-write-longest-beside-reader", beside.Waits.Max(), alone.Waits.Max(), "ms");
        Figures.Print("log-write-longest-afterwards", afterwards.Waits.Max(), alone.Waits.Max(), "ms");
    }
}
