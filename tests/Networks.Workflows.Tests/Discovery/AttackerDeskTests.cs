using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.NoteSearch;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>A desk that asks on and on, and knows its own firms, gets no firm of others apart.</summary>
public sealed class AttackerDeskTests
{
    private const int K = 5;
    private const int Queries = 200;

    private static readonly string[] _provinces = ["LC", "LC", "MB", "MI", "MI", "CO", "PV", "SO", "VA"];
    private static readonly string[] _divisions = ["25", "25", "25", "28", "28", "31", "13"];
    private static readonly string[] _words = ["stampi", "acciaio", "inox", "lamiere", "arredi", "tessuti", "ingranaggi", "prototipi", "valvole"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Given_a_seeded_set_when_an_attacker_desk_narrows_200_times_then_it_gets_no_firm_apart(int seed)
    {
        await using var given = await Given.NewAsync();
        var random = new Random(seed);
        await SeedAsync(given, random, (given.Lecco, 60), (given.Como, 170), (given.Monza, 170));
        var desk = given.Lecco.AssociationId;
        var seen = new Dictionary<long, StringBuilder>();
        var answers = 0;

        for (var query = 0; query < Queries; query++)
        {
            var facets = Narrower(random, query);
            var hits = (await given.ReadAsync(db => db.SearchCardsAsync(facets.InCards(desk), int.MaxValue, default))).Hits;
            answers += hits.Count > 0 ? 1 : 0;
            Assert.True(hits.Count is 0 or >= K, $"{hits.Count} cards answer query {query}");
            hits.ToList().ForEach(h => (seen.TryGetValue(h.Number, out var before) ? before : seen[h.Number] = new StringBuilder()).Append(CultureInfo.InvariantCulture, $"{query},"));
        }

        // Cards that some query parts from all others: what subtraction of any two answers, or of all of them, can find.
        Assert.True(answers > 40 && seen.Count > 50, $"{answers} answers, {seen.Count} cards: the attack found nothing to work on");
        Assert.Empty(seen.Values.GroupBy(s => s.ToString()).Where(same => same.Count() < K).Select(same => same.Count()));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Given_two_desks_that_lay_their_200_queries_and_their_own_firms_together_then_they_get_no_firm_of_others_apart(int seed)
    {
        await using var given = await Given.NewAsync();
        var random = new Random(seed);
        await SeedAsync(given, random, (given.Lecco, 120), (given.Como, 120), (given.Monza, 160));
        var both = new[] { given.Lecco.AssociationId, given.Como.AssociationId };
        var strange = await given.ReadAsync(db => db.SearchEntries.Where(e => !both.Contains(e.HeldBy)).Select(e => e.Number).ToListAsync());
        var seen = new Dictionary<long, StringBuilder>();

        for (var query = 0; query < 2 * Queries; query++)
        {
            var terms = Narrower(random, query / 2).InCards(both[query % 2]);
            var hits = (await given.ReadAsync(db => db.SearchCardsAsync(terms, int.MaxValue, default))).Hits.Select(h => h.Number).Intersect(strange).ToList();
            Assert.True(hits.Count is 0 or >= K, $"{hits.Count} strange cards answer query {query}");
            hits.ForEach(h => (seen.TryGetValue(h, out var before) ? before : seen[h] = new StringBuilder()).Append(CultureInfo.InvariantCulture, $"{query},"));
        }

        Assert.True(seen.Count > 50, $"{seen.Count} cards: the attack found nothing to work on");
        Assert.Empty(seen.Values.GroupBy(s => s.ToString()).Where(same => same.Count() < K).Select(same => same.Count()));

        // What stands on a card tells desks apart from one another even without any query.
        var cards = await given.ReadAsync(db => db.SearchEntries.Where(e => !both.Contains(e.HeldBy) && e.Shared != "").GroupBy(e => e.Shared).Select(same => same.Count()).ToListAsync());
        Assert.All(cards, firms => Assert.True(firms >= K, $"{firms} strange firms on one card"));
    }

    [Fact]
    public async Task Given_a_desk_that_only_narrows_when_the_limit_of_the_day_is_reached_then_it_is_refused_and_all_is_kept()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(DiscoveryLimits.Default with { NarrowingsPerDay = 2 }));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1));
        given.Actor = Actor.Of(given.Lecco);

        foreach (var certificates in new[] { Array.Empty<string>(), ["iso-9001"], ["iso-9001", "fsc"] })
        {
            Assert.True((await given.SendAsync(new NoteSearch(id, new Facets { Division = "28", Certificates = certificates }))).Ok);
        }

        var refused = await given.SendAsync(new NoteSearch(id, new Facets { Division = "28", Certificates = ["iso-9001", "fsc"], Provinces = ["LC"] }));
        Assert.Equal("discovery.too-many-searches", refused.Refusal!.Code);
        Assert.True((await given.SendAsync(new NoteSearch(id, new Facets { Division = "31" }))).Ok);
        Assert.Equal(4, await given.ReadAsync(db => db.CardSearches.CountAsync(s => s.Desk == given.Lecco.AssociationId)));
        given.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await given.SendAsync(new NoteSearch(id, new Facets { Division = "28", Certificates = ["iso-9001", "fsc"], Provinces = ["LC"] }))).Ok);
        Assert.True((await given.SendAsync(new FindPartners(id, new Facets { Division = "28" }))).Ok);
    }

    // Five wishes, one more each time; then the next line of attack.
    private static Facets Narrower(Random random, int query)
    {
        var line = new Random(random.Next(40) + (query / 5 * 1000));
        var facets = new Facets { Division = Pick(line, _divisions) };
        facets = query % 5 > 0 ? facets with { Provinces = [Pick(line, _provinces)] } : facets;
        facets = query % 5 > 1 ? facets with { Size = (SizeClass)line.Next(3) } : facets;
        facets = query % 5 > 2 ? facets with { Capabilities = [FacetWords.Capabilities[line.Next(6)]] } : facets;
        return query % 5 > 3 ? facets with { Text = Pick(line, _words) } : facets;
    }

    private static async Task SeedAsync(Given given, Random random, params (Officer Desk, int Count)[] desks)
    {
        var first = 100;
        foreach (var (desk, count) in desks)
        {
            await ImportAsync(given, desk, first, count, random);
            first += count;
        }
    }

    private static async Task ImportAsync(Given given, Officer desk, int first, int count, Random random)
    {
        var text = new StringBuilder("nome;partita iva;provincia;ateco;dimensione;lavorazioni;offre;consenso anonimo\n");
        for (var number = first; number < first + count; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Ditta {number};{InventedIdentifiers.Vat(number)};{Pick(random, _provinces)};{Pick(random, _divisions)};{(SizeClass)random.Next(3)};")
                .AppendJoin(',', Enumerable.Range(0, random.Next(3)).Select(_ => FacetWords.Capabilities[random.Next(6)]).Distinct())
                .Append(CultureInfo.InvariantCulture, $";{string.Join(' ', Enumerable.Range(0, random.Next(5)).Select(_ => Pick(random, _words)))} modello unico{number};si\n");
        }

        var import = await given.DoneAsync(desk, new UploadFirms("soci.csv", await given.Files.PutAsync(Encoding.UTF8.GetBytes(text.ToString()))));
        var shown = await given.DoneAsync(desk, new ShowImport(import));
        await given.DoneAsync(desk, new MatchColumns(import, [.. shown.Columns.Select(c => c.Field)], "form"));
        await given.Services.GetRequiredService<RegisterSweep>().RunAsync(default);
        await given.DoneAsync(desk, new BeginImportStage(import, Undo: false));
        await given.Services.GetRequiredService<RegisterSweep>().RunAsync(default);
        Assert.Equal(0, (await given.DoneAsync(desk, new ShowImport(import))).Faults);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
