using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Journeys;
using Networks.Web.Tests.Support;
using Networks.Workflows.Discovery.AnswerAsDesk;
using Networks.Workflows.Discovery.AskIntroduction;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Discovery;

/// <summary>Trova partner as it is worked with: the presses it may cost, for the desk from Oggi and for the firm from its mail.</summary>
public sealed class FindPartnerJourneyTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private CaseId _case;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IMailTransport, KeptMailTransport>());
        await Given.AlikeAsync(Given.Como, 11, 5, ("offers", "verniciatura industriale di lamiere"), ("capabilities", "surface-treatment"), ("certificates", "iso-9001"));
        _case = await Given.CaseInDraftingAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_case_when_an_introduction_is_asked_for_then_it_costs_four(bool keyboard)
    {
        var page = await _desk.PageAsync(Given.Lecco);
        var hands = keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);

        await hands.FollowAsync($"main a[href='/networks/{_case.Value}']");
        await hands.FollowAsync($"main a[href='/networks/{_case.Value}/find-partner']");
        await Assertions.Expect(page.Locator("main [role='status']").Last).ToContainTextAsync("5");
        await page.AssertAccessibleAsync();
        await page.PictureAsync(keyboard ? "find-partner-1280" : "find-partner");
        await hands.FollowAsync("main li.card a.button");
        await hands.FollowAsync("#form-ask button.primary");

        Assert.Equal(IntroductionStatus.WithDesk, (await Given.ReadAsync(db => db.Introductions.SingleAsync())).Status);
        Assert.Equal(4, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_the_mail_when_the_firm_says_yes_then_it_costs_two_after_the_link_and_opening_decides_nothing(bool keyboard)
    {
        var found = await Given.DoneAsync(Given.Lecco, new FindPartners(_case, null));
        var introduction = await Given.DoneAsync(Given.Lecco, new AskIntroduction(_case, found.Cards[0].Key, "Ci piacerebbe conoscervi."));
        await Given.DoneAsync(Given.Como, new AnswerAsDesk(_case, introduction, true, null));
        var body = await Given.ReadAsync(db => db.Outbox.Where(m => m.Kind == "discovery.firm-asked").Select(m => m.Body).SingleAsync());
        var page = await Browser.PageAsync(_desk.App, 360);
        await page.GotoAsync(new Uri(_desk.App.Address, "/i/" + body[(body.LastIndexOf("/i/", StringComparison.Ordinal) + 3)..].Trim()).ToString());
        var hands = keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
        Assert.Equal(IntroductionStatus.WithFirm, (await Given.ReadAsync(db => db.Introductions.SingleAsync())).Status);
        await page.AssertAccessibleAsync();
        await page.PictureAsync("firm-asked-360");

        await hands.ChooseAsync("#form-firm-answer label.choice:has(input[value='yes'])");
        await hands.FollowAsync("#form-firm-answer button.primary");

        Assert.Equal(IntroductionStatus.Introduced, (await Given.ReadAsync(db => db.Introductions.SingleAsync())).Status);
        Assert.Equal(2, hands.Activations);
        await Assertions.Expect(page.Locator("main .note")).ToContainTextAsync("Desk di Lecco");
    }

    [Fact]
    public async Task Given_the_pages_of_discovery_when_looked_at_on_a_phone_and_a_desk_then_they_fit_and_are_accessible()
    {
        var firm = await Given.ReadAsync(db => db.Firms.Where(f => f.HeldBy == Given.Como.AssociationId).OrderBy(f => f.TaxCode).Select(f => f.Id).FirstAsync());
        foreach (var width in new[] { 360, 1280 })
        {
            var page = await _desk.PageAsync(Given.Como, width);
            foreach (var (address, name) in new[] { ("/firms", "firms"), ($"/firms/{firm.Value}", "firm-record"), ("/firms/import", "import"), ("/introductions", "introductions") })
            {
                await page.GotoAsync(new Uri(_desk.App.Address, address).ToString());
                await page.AssertAccessibleAsync();
                await page.PictureAsync($"{name}-{width}");
            }
        }

        var phone = await _desk.PageAsync(Given.Lecco, 360);
        await phone.GotoAsync(new Uri(_desk.App.Address, $"/networks/{_case.Value}/find-partner").ToString());
        await phone.AssertAccessibleAsync();
        await phone.PictureAsync("find-partner-360");
    }
}
