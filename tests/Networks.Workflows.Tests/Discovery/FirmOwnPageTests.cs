using Microsoft.EntityFrameworkCore;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.FirmPages;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>The firm's own page: it sees every step that was done with it, renews what it allows, or takes it back.</summary>
public sealed class FirmOwnPageTests
{
    [Fact]
    public async Task Given_a_firm_with_a_request_when_it_opens_its_page_then_it_sees_every_step_and_not_who_asks()
    {
        await using var given = await Given.NewAsync();
        await given.AlikeAsync(given.Como, 11, 6, ("offers", "verniciatura industriale di lamiere"));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1));
        var introduction = await given.AskedAsync(given.Lecco, id);
        var firm = await given.ReadAsync(db => db.Introductions.Where(i => i.Id == introduction).Select(i => i.FirmId).SingleAsync());
        await given.DoneAsync(given.Como, new SendFirmPage(firm));
        var token = await given.LinkAsync("discovery.firm-page");

        var page = (await given.SendAsAsync(Actor.Nobody, new ShowOwnPage(token))).Value;

        var asked = Assert.Single(page.Requests);
        Assert.Equal((null, null, IntroductionStatus.WithDesk), (asked.AskingDesk, asked.Network, asked.Status));
        Assert.NotNull(page.Card);
        Assert.All(page.Consents, c => Assert.NotNull(c.Since));
        await given.DoneAsync(given.Como, new SendFirmPage(firm));
        Assert.Equal(RefusalKind.NotFound, (await given.SendAsAsync(Actor.Nobody, new ShowOwnPage(token))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await given.SendAsAsync(Actor.Of(given.Lecco), new SendFirmPage(firm))).Refusal!.Kind);
    }

    [Fact]
    public async Task Given_a_consent_that_ends_soon_when_the_firm_renews_it_then_it_holds_a_year_and_its_request_goes_on()
    {
        await using var given = await Given.NewAsync();
        await given.AlikeAsync(given.Como, 11, 6, ("offers", "verniciatura industriale di lamiere"), ("allows-anonymous", "2026-03-20"), ("available-until", "2026-03-20"));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1));
        var introduction = await given.AskedAsync(given.Lecco, id);
        var firm = await given.ReadAsync(db => db.Introductions.Where(i => i.Id == introduction).Select(i => i.FirmId).SingleAsync());
        await given.DoneAsync(given.Como, new SendFirmPage(firm));

        Assert.True((await given.SendAsAsync(Actor.Nobody, new DecideOwnConsents(await given.LinkAsync("discovery.firm-page"), [ConsentPurpose.Contact, ConsentPurpose.ShowAnonymously]))).Ok);

        Assert.Equal(new DateOnly(2027, 3, 10), (await given.EntryAsync(firm)).ShownUntil);
        Assert.Equal(IntroductionStatus.WithDesk, await given.ReadAsync(db => db.Introductions.Select(i => i.Status).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_firm_that_takes_back_what_it_allowed_then_its_card_is_gone_and_its_request_ends_at_once()
    {
        await using var given = await Given.NewAsync();
        await given.AlikeAsync(given.Como, 11, 6, ("offers", "verniciatura industriale di lamiere"));
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1));
        var introduction = await given.AskedAsync(given.Lecco, id);
        var firm = await given.ReadAsync(db => db.Introductions.Where(i => i.Id == introduction).Select(i => i.FirmId).SingleAsync());
        await given.DoneAsync(given.Como, new SendFirmPage(firm));

        Assert.True((await given.SendAsAsync(Actor.Nobody, new DecideOwnConsents(await given.LinkAsync("discovery.firm-page"), []))).Ok);

        Assert.Equal(("", null), ((await given.EntryAsync(firm)).Shared, (await given.EntryAsync(firm)).ShownUntil));
        Assert.Equal(IntroductionStatus.Ended, await given.ReadAsync(db => db.Introductions.Select(i => i.Status).SingleAsync()));
    }
}
