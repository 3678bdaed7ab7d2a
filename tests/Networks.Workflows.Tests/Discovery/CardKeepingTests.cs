using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Firms;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Discovery.ShowFirmRecord;
using Networks.Workflows.Intake.EditFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>The card of a firm follows what is known of it, in the same act.</summary>
public sealed class CardKeepingTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_four_alike_when_the_fifth_comes_then_all_have_the_same_card_without_names_and_numbers()
    {
        var como = await _given.AlikeAsync(_given.Como, 1, 4, ("offers", "Registrata 1 fa stampi GX500 da 30 tonnellate"), ("capabilities", "moulding"));
        Assert.All(await CardsAsync(como), Assert.Empty);

        var fifth = await _given.RegisteredAsync(_given.Como, 5, ("offers", "Stampi da tonnellate, anche per Ferrunda"), ("capabilities", "moulding;welding"));

        var cards = await CardsAsync([.. como, fifth]);
        var card = Assert.Single(cards.Distinct());
        Assert.Equal("xcit0 xr030 xplc0 xssmall0 xkmoulding0 xa2528290 xd280 stampi tonnellate", card);
        Assert.Equal(["stampi", "tonnellate"], (await _given.DoneAsync(_given.Como, new ShowFirmRecord(fifth))).Card!.Words);
    }

    [Fact]
    public async Task Given_cards_when_one_firm_withdraws_in_its_case_then_its_card_is_gone_and_the_others_show_no_less_than_k()
    {
        var firms = await _given.AlikeAsync(_given.Lecco, 1, 5);
        var caseId = await _given.CaseAsync(firms[0], firms[1]);
        var participant = await _given.ParticipantAsync(caseId, firms[0]);
        var shown = await _given.DoneAsync(_given.Lecco, new ShowFirm(caseId, participant.Id));
        Assert.All(await CardsAsync(firms), Assert.NotEmpty);

        await _given.DoneAsync(_given.Lecco, new EditFirm(caseId, participant.Id, new Dictionary<string, string>(shown.Values) { ["allows-anonymous"] = "" }, shown.Values));

        Assert.All(await CardsAsync(firms), Assert.Empty);
        Assert.Null((await _given.EntryAsync(firms[0])).ShownUntil);
    }

    [Fact]
    public async Task Given_six_alike_when_one_changes_its_activity_then_the_rest_keep_their_card_and_key()
    {
        var firms = await _given.AlikeAsync(_given.Monza, 1, 6);
        var before = await _given.EntryAsync(firms[1]);

        await _given.DoneAsync(_given.Monza, new SaveFirmRecord(firms[0], new Dictionary<string, string> { ["activity-2025"] = "31.00" }, null));

        var after = await _given.EntryAsync(firms[1]);
        Assert.Equal((before.Shared, before.CardKey), (after.Shared, after.CardKey));
        Assert.Equal("", (await _given.EntryAsync(firms[0])).Shared);
    }

    [Fact]
    public async Task Given_a_large_division_when_a_firm_withdraws_then_its_card_goes_at_once_and_the_job_makes_the_others()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(DiscoveryLimits.Default with { CardsAtOnce = 3 }));
        var firms = await given.AlikeAsync(given.Como, 1, 6);
        await given.MakeCardsAsync();
        Assert.NotEmpty((await given.EntryAsync(firms[0])).Shared);

        await given.DoneAsync(given.Como, new SaveFirmRecord(firms[0], new Dictionary<string, string> { ["allows-anonymous"] = "" }, null));

        Assert.Equal("", (await given.EntryAsync(firms[0])).Shared);
        Assert.NotEmpty((await given.EntryAsync(firms[1])).Shared);
        await given.DoneAsync(given.Como, new SaveFirmRecord(firms[1], new Dictionary<string, string> { ["allows-anonymous"] = "" }, null));
        await given.MakeCardsAsync();
        Assert.Equal("", (await given.EntryAsync(firms[2])).Shared);
    }

    private async Task<List<string>> CardsAsync(IEnumerable<Networks.Data.FirmId> firms)
    {
        var cards = new List<string>();
        foreach (var firm in firms)
        {
            cards.Add((await _given.EntryAsync(firm)).Shared);
        }

        return cards;
    }
}
