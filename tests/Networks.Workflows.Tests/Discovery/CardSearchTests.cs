using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.ListFirms;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>The search goes through cards, each once, and answers with firms.</summary>
public sealed class CardSearchTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_firms_that_share_cards_when_searched_then_each_firm_is_found_and_the_rarer_word_comes_first()
    {
        await _given.AlikeAsync(_given.Como, 1, 5, ("offers", "lamiere acciaio"));
        await _given.AlikeAsync(_given.Monza, 11, 5, ("offers", "acciaio"), ("province", "MB"));
        await _given.AlikeAsync(_given.Como, 21, 5, ("offers", "acciaio"), ("province", "MI"));
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 31));

        var found = await _given.DoneAsync(_given.Lecco, new FindPartners(id, new Facets { Text = "acciai lamiere", Size = SizeClass.Small }));

        Assert.Equal(15, found.Total);
        Assert.Equal(15, found.Cards.Select(c => c.Key).Distinct().Count());
        Assert.All(found.Cards.Take(5), card => Assert.Contains("lamiere", card.Card.Words));
        Assert.All(found.Cards.Skip(5), card => Assert.DoesNotContain("lamiere", card.Card.Words));
        Assert.Equal(3, await _given.ReadAsync(db => db.SearchCards.CountAsync()));
    }

    [Fact]
    public async Task Given_nothing_that_fits_when_searched_then_it_says_how_many_come_without_each_part()
    {
        await _given.AlikeAsync(_given.Como, 1, 6);
        await _given.AlikeAsync(_given.Como, 11, 5, ("province", "MB"), ("size", "Medium"));
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 31));

        var found = await _given.DoneAsync(_given.Lecco, new FindPartners(id, new Facets { Provinces = ["LC"], Size = SizeClass.Medium, Division = "28" }));

        Assert.Empty(found.Cards);
        Assert.Equal([5, 6, 5], found.Relaxed.Select(r => r.Total));
        Assert.Equal(60, found.Relaxed[0].Within);
        Assert.Null(found.Relaxed[1].Facets.Size);
        Assert.Empty(found.Relaxed[2].Facets.Provinces);
    }

    [Fact]
    public async Task Given_cards_thought_out_when_a_firm_withdraws_before_they_are_written_then_it_shows_none()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(DiscoveryLimits.Default with { CardsAtOnce = 3 }));
        var firms = await given.AlikeAsync(given.Como, 1, 6);
        var plan = await given.PlanCardsAsync("28");
        Assert.Equal(6, plan.Cards.Count);
        await given.DoneAsync(given.Como, new SaveFirmRecord(firms[0], new Dictionary<string, string> { ["allows-anonymous"] = "" }, null));

        given.Actor = Actor.Service;
        Assert.True((await given.SendAsync(new MakeCards("28") { Plan = plan })).Ok);

        Assert.Equal("", (await given.EntryAsync(firms[0])).Shared);
        Assert.NotEmpty((await given.EntryAsync(firms[1])).Shared);
        Assert.Null((await given.EntryAsync(firms[0])).CardNumber);
    }

    [Fact]
    public async Task Given_a_desk_that_looks_for_a_name_then_it_finds_its_own_firm_by_it_and_no_other_desk_does()
    {
        await _given.AlikeAsync(_given.Como, 1, 5, ("name", "Torneria Ferrunda"));
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 31));

        Assert.Equal(5, (await _given.DoneAsync(_given.Como, new ListFirms(new Facets { Text = "ferrund" }, 1))).Total);
        Assert.Equal(0, (await _given.DoneAsync(_given.Lecco, new ListFirms(new Facets { Text = "ferrund" }, 1))).Total);
        Assert.Equal(0, (await _given.DoneAsync(_given.Lecco, new FindPartners(id, new Facets { Text = "ferrunda" }))).Total);
    }
}
