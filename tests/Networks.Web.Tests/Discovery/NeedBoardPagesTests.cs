using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data.Discovery;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Journeys;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Discovery;

/// <summary>From an empty search to a firm that another desk names, with the keyboard and on a phone.</summary>
public sealed class NeedBoardPagesTests
{
    [Fact]
    public async Task Given_no_card_fits_when_all_desks_are_asked_then_another_desk_names_its_firm_and_all_pages_are_accessible()
    {
        await using var desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IMailTransport, KeptMailTransport>());
        var given = desk.Given;
        await given.RegisteredAsync(given.Como, 11, ("offers", "sterilizzazione di dispositivi"), ("certificates", "iso-13485"));
        var id = await given.CaseInDraftingAsync();
        var page = await desk.PageAsync(given.Lecco);
        var hands = Hands.ByKeyboard(page);

        await page.GotoAsync(new Uri(desk.App.Address, $"/networks/{id.Value}/find-partner?certificate=iso-13485").ToString());
        await hands.FollowAsync("main a.button.primary[href*='/need']");
        await Assertions.Expect(page.Locator("#form-need textarea")).ToContainTextAsync("ISO 13485");
        await Assertions.Expect(page.Locator("#form-need .panel")).ToContainTextAsync("Desk di Como: Persona Como");
        await LookAsync(page, "need-send");
        await hands.FollowAsync("#form-need button.primary");
        Assert.Equal(2, hands.Activations);
        await LookAsync(page, "need-own");

        var need = await given.ReadAsync(db => db.NeedCalls.SingleAsync());
        var other = await desk.PageAsync(given.Como, 360);
        await other.GotoAsync(new Uri(desk.App.Address, "/needs").ToString());
        await LookAsync(other, "needs-360");
        await other.GotoAsync(new Uri(desk.App.Address, $"/needs/{need.Id}?q=sterilizzazione").ToString());
        await LookAsync(other, "need-answer-360");
        var theirs = Hands.ByPointer(other);
        await theirs.ChooseAsync("#form-need-answer label.choice >> nth=0");
        await theirs.FollowAsync("#form-need-answer button.primary");

        Assert.Equal(IntroductionStatus.WithFirm, (await given.ReadAsync(db => db.Introductions.SingleAsync())).Status);
        Assert.Equal(2, theirs.Activations);
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await page.AssertAccessibleAsync();
        await page.PictureAsync(name);
    }
}
