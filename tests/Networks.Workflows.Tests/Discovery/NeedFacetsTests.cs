using Networks.Data.Firms;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>The need of a case fills the whole form, as far as it says something.</summary>
public sealed class NeedFacetsTests
{
    [Fact]
    public void Given_a_need_that_says_much_then_each_part_of_it_is_a_facet()
    {
        var facets = NeedFacets.Of("Cerchiamo una piccola impresa di stampaggio con saldature, ISO 9001, ATECO 25.62, in provincia di Lecco o Monza", ["MI"]);

        Assert.Equal("25", facets.Division);
        Assert.Equal(SizeClass.Small, facets.Size);
        Assert.Equal(["moulding", "welding"], facets.Capabilities);
        Assert.Equal(["iso-9001"], facets.Certificates);
        Assert.Equal(["LC", "MB"], facets.Provinces.Order());
        Assert.Null(facets.Within);
    }

    [Fact]
    public void Given_a_need_in_French_when_it_names_a_region_then_that_is_the_territory()
    {
        var facets = NeedFacets.Of("Une moyenne entreprise de moulage en Liguria", ["IM"]);

        Assert.Equal(("07", SizeClass.Medium), (facets.Region, facets.Size));
        Assert.Equal(["moulding"], facets.Capabilities);
        Assert.Empty(facets.Provinces);
    }

    [Theory]
    [InlineData("Aumentare la potenza e la massa critica, in un prato fermo")]
    [InlineData("Massa critica per comprare acciaio")]
    [InlineData("micro e grandi imprese insieme, media copertura")]
    public void Given_common_words_then_they_are_neither_places_nor_sizes_and_it_is_looked_for_around_the_firms(string need)
    {
        var facets = NeedFacets.Of(need, ["LC", "MB"]);

        Assert.Equal(["LC", "MB"], facets.Provinces);
        Assert.Equal(60, facets.Within);
        Assert.Null(facets.Region);
        Assert.Null(facets.Division);
    }

    [Fact]
    public async Task Given_the_need_of_a_case_when_partners_are_looked_for_then_all_of_it_is_in_the_form_and_only_what_fits_is_found()
    {
        await using var given = await Given.NewAsync();
        await given.AlikeAsync(given.Como, 1, 5, ("capabilities", "welding"), ("province", "CO"));
        await given.AlikeAsync(given.Como, 11, 5, ("capabilities", "moulding"), ("province", "CO"));
        await given.AlikeAsync(given.Como, 21, 5, ("capabilities", "welding"), ("province", "RM"));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 31));
        await given.WriteAsync(async db => (await db.Cases.FindAsync(id))!.Need = "Ci manca chi fa saldature");

        var found = await given.DoneAsync(given.Lecco, new FindPartners(id, null));

        Assert.Equal(5, found.Total);
        Assert.All(found.Cards, card => Assert.Equal(("CO", "welding"), (card.Card.Province, card.Card.Capabilities.Single())));
        Assert.Equal((60, "LC"), (found.Facets.Within, found.Facets.Provinces.Single()));
        Assert.Equal(["welding"], found.Facets.Capabilities);
    }

    [Fact]
    public async Task Given_nothing_so_near_when_searched_then_the_next_circle_that_holds_something_is_offered_before_the_parts()
    {
        await using var given = await Given.NewAsync();
        await given.AlikeAsync(given.Como, 1, 6, ("province", "BG"), ("certificates", "iso-9001"));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 31));

        var found = await given.DoneAsync(given.Lecco, new FindPartners(id, new Facets { Provinces = ["MB"], Certificates = ["iso-9001"] }));

        Assert.Empty(found.Cards);
        var wider = found.Relaxed[0];
        Assert.Equal((60, 6), (wider.Within, wider.Total));
        Assert.Null(found.Relaxed[1].Within);
        Assert.Empty(found.Relaxed[1].Facets.Provinces);
        var widened = await given.DoneAsync(given.Lecco, new FindPartners(id, wider.Facets));
        Assert.Equal(6, widened.Total);
        Assert.Contains("MB ed entro 60 km", widened.Cards[0].Why[0], StringComparison.Ordinal);
    }
}
