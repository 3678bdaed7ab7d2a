using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Bench.Engine;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Discovery;

namespace Networks.Bench.Discovery;

/// <summary>Firms of ten desks, come by the product's own import, a case of the first desk, and the searches that it makes.</summary>
internal static class SearchGround
{
    private const int Desks = 10;

    /// <summary>What desks ask for when they hope to find: one to four wishes and words, as the cards of the firms have them.</summary>
    public const string Usual = "usual";

    /// <summary>Five facets and words, each of them common, which few firms or none have together.</summary>
    public const string Narrow = "five facets and words";

    public static async Task MakeAsync(Ground ground, int firms)
    {
        var watch = Stopwatch.StartNew();
        var desks = await RegisterGround.DesksAsync(ground, Desks);
        for (var i = 0; i < Desks; i++)
        {
            await RegisterGround.ImportAsync(ground, await RegisterGround.TriedAsync(ground, desks[i], FirmTable.Of(firms / Desks, 1_000_000 + (i * (firms / Desks)), i)));
        }

        var imported = watch.Elapsed;
        await RegisterGround.MakeCardsAsync(ground);
        await CaseAsync(ground, desks[0]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{ground.Store.Word}: {firms} firms tried and imported in {imported.TotalSeconds:0} s, cards in {(watch.Elapsed - imported).TotalSeconds:0} s"));
    }

    public static async Task<(CaseId Case, AssociationId Desk)> OpenAsync(Ground ground) => await ground.WithAsync(async (_, db) =>
    {
        var one = await db.Cases.Select(c => new { c.Id, c.OwnerId }).SingleAsync();
        return (one.Id, one.OwnerId);
    });

    public static Task<int> CardsAsync(Ground ground) => ground.WithAsync((_, db) => db.SearchCards.CountAsync());

    public static Facets FacetsOf(string kind, Random random) => kind == Usual ? UsualOf(random) : NarrowOf(random);

    private static Facets UsualOf(Random random)
    {
        var wishes = random.Next(1, 5);
        return new Facets
        {
            Text = Pick(random, "acciaio inox", "stampi", "lamiere", "valvole ottone", "ingranaggi"),
            Region = wishes > 3 ? Pick(random, "01", "03", "15") : null,
            Division = wishes > 0 && random.Next(2) == 0 ? Pick(random, "10", "11", "13", "14", "15") : null,
            Size = wishes > 1 ? random.Next(2) == 0 ? SizeClass.Micro : SizeClass.Small : null,
            Capabilities = wishes > 2 ? [FacetWords.Capabilities[random.Next(2)]] : [],
        };
    }

    // Common values: with rare ones every search would be fast.
    private static Facets NarrowOf(Random random) => new()
    {
        Text = Pick(random, "acciaio inox", "stampi", "lamiere", "valvole ottone"),
        Division = Pick(random, "10", "11", "13", "14", "15"),
        Region = Pick(random, "01", "03", "15", "19"),
        Size = random.Next(2) == 0 ? SizeClass.Micro : SizeClass.Small,
        Capabilities = [FacetWords.Capabilities[random.Next(3)]],
        Certificates = [FacetWords.Certificates[random.Next(2)]],
    };

    private static Task<int> CaseAsync(Ground ground, AssociationId desk) => ground.WithAsync(async (_, db) =>
    {
        var id = CaseId.New(TimeProvider.System);
        var programme = await db.Programmes.Select(p => p.Id).SingleAsync();
        db.Add(new Case(id, "N-2026-0001", programme, desk, "stampi in acciaio", new DateOnly(2026, 1, 1)));
        db.Add(new EnterpriseNetwork(id, "Rete"));
        return await db.SaveChangesAsync();
    });

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
}
