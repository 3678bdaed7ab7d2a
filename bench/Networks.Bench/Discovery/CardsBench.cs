using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.SaveFirmRecord;

namespace Networks.Bench.Discovery;

/// <summary>
/// How long a desk waits that changes a firm of its register while the cards of one large division are made: first all of
/// them new, then all again after a firm of each card has changed. The peer is the same act with nothing beside it.
/// </summary>
internal static class CardsBench
{
    private const string Division = "28";

    /// <summary>Firms of another division that the desk changes, one after the other.</summary>
    private const int Own = 40;

    /// <summary>Acts that are measured alone, after as many to get warm.</summary>
    private const int Alone = 200;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    public static Task RunAsync(int firms) => Stores.EachAsync(async store =>
    {
        await using var ground = new Ground(store);
        var desks = await RegisterGround.DesksAsync(ground, 3);
        foreach (var (desk, n) in desks.Take(2).Select((desk, n) => (desk, n)))
        {
            await RegisterGround.ImportAsync(ground, await RegisterGround.TriedAsync(ground, desk, FirmTable.Of(firms / 2, 1_000_000 + (n * firms), n + 1, Division)));
        }

        var acts = await DeskActs.OfAsync(ground, desks[2], Own);
        for (var i = 0; i < Alone; i++)
        {
            await acts.ActAsync();
        }

        var alone = new List<double>();
        for (var i = 0; i < Alone; i++)
        {
            alone.Add(await acts.ActAsync());
        }

        await MeasureAsync(ground, acts, alone, $"cards {store.Word} all new");
        await ground.WithAsync(async (_, db) => await db.SearchEntries.Where(e => e.Division == Division)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.CardIsStale, true)));
        await MeasureAsync(ground, acts, alone, $"cards {store.Word} all again");
    });

    private static async Task MeasureAsync(Ground ground, DeskActs acts, List<double> alone, string name)
    {
        var watch = Stopwatch.StartNew();
        var making = Task.Run(() => RegisterGround.MakeCardsAsync(ground));
        var waits = new List<double>();
        while (!making.IsCompleted)
        {
            waits.Add(await acts.ActAsync());
            await Task.Delay(_pause);
        }

        await making;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: made in {watch.Elapsed.TotalSeconds:0.0} s, {waits.Count} acts beside it, the longest {waits.Max():0} ms, over a second {waits.Count(w => w > 1000)}"));
        Figures.Print($"{name} p50", Figures.Percentile(waits, 50), Figures.Percentile(alone, 50), "ms");
        Figures.Print($"{name} p95", Figures.Percentile(waits, 95), Figures.Percentile(alone, 95), "ms");
    }

    /// <summary>A desk that goes on changing its firms.</summary>
    private sealed class DeskActs(Ground ground, Officer officer, List<FirmId> firms)
    {
        private int _acts;

        public static async Task<DeskActs> OfAsync(Ground ground, AssociationId desk, int count)
        {
            var officer = new Officer(OfficerId.New(TimeProvider.System), desk, "Ada Conti", "ada@mail.example", OfficerRoles.Desk);
            await ground.WithAsync(async (_, db) =>
            {
                db.Add(officer);
                return await db.SaveChangesAsync();
            });
            var made = new DeskActs(ground, officer, []);
            for (var i = 0; i < count; i++)
            {
                made.Add(await made.SaveAsync(null, ("tax-code", $"{VatNumber.Complete($"{9_000_000 + i:0000000}015")}"), ("name", $"Officina {i}"), ("activity-2007", "62")));
            }

            return made;
        }

        /// <returns>Milliseconds.</returns>
        public async Task<double> ActAsync()
        {
            var watch = Stopwatch.StartNew();
            await SaveAsync(firms[_acts % firms.Count], ("offers", string.Create(CultureInfo.InvariantCulture, $"lavorazione {_acts++}")));
            return watch.Elapsed.TotalMilliseconds;
        }

        private void Add(FirmId firm) => firms.Add(firm);

        private Task<FirmId> SaveAsync(FirmId? firm, params (string Name, string Value)[] values) => ground.SendAsync(
            Actor.Of(officer), new SaveFirmRecord(firm, values.ToDictionary(v => v.Name, v => v.Value), "phone") { OperationId = Ids.New(TimeProvider.System) });
    }
}
