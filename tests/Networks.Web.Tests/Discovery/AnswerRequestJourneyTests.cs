using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Journeys;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Discovery;

/// <summary>J8: another association's request is answered on Oggi, yes or no in two presses.</summary>
public sealed class AnswerRequestJourneyTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private CaseId _case;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IMailTransport, KeptMailTransport>());
        await Given.AlikeAsync(Given.Como, 11, 6, ("offers", "verniciatura industriale di lamiere"));
        _case = await Given.CaseInDraftingAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_request_on_oggi_when_it_is_answered_then_yes_costs_two_and_no_costs_two(bool keyboard)
    {
        var first = await Given.AskedAsync(Given.Lecco, _case);
        var second = await Given.AskedAsync(Given.Lecco, _case);
        var page = await _desk.PageAsync(Given.Como, keyboard ? 1280 : 360);

        var yes = keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
        await yes.UnfoldAsync($"#row-{first:N} summary.primary");
        await page.AssertAccessibleAsync();
        await page.PictureAsync(keyboard ? "oggi-request-1280" : "oggi-request-360");
        await yes.FollowAsync($"#form-accept-{first:N} button.primary");
        Assert.Equal(IntroductionStatus.WithFirm, await StatusAsync(first));
        Assert.Equal(2, yes.Activations);

        var no = keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
        await no.UnfoldAsync($"#row-{second:N} summary:not(.primary)");
        await no.FollowAsync($"#form-decline-{second:N} button[name='reason']");
        Assert.Equal(IntroductionStatus.DeclinedByDesk, await StatusAsync(second));
        Assert.Equal(2, no.Activations);
    }

    [Fact]
    public async Task Given_two_who_know_each_other_when_a_meeting_is_proposed_then_the_firm_chooses_on_its_phone_and_all_pages_are_accessible()
    {
        var introduction = await Given.IntroducedAsync(Given.Lecco, Given.Como, _case);
        var page = await _desk.PageAsync(Given.Lecco);
        await page.GotoAsync(new Uri(_desk.App.Address, $"/introductions/{introduction}").ToString());
        await page.AssertAccessibleAsync();
        await page.PictureAsync("introduction-1280");
        await page.FillAsync("[name='time-1']", "2026-03-15T20:00");
        await page.FillAsync("[name='place']", "Desk di Lecco");
        var hands = Hands.ByPointer(page);
        await hands.FollowAsync("#form-propose-meeting button[name='check']");
        await page.AssertAccessibleAsync();
        await page.PictureAsync("meeting-warned-1280");
        await hands.FollowAsync("#form-propose-meeting button.primary");

        var firm = await Browser.PageAsync(_desk.App, 360);
        await firm.GotoAsync(new Uri(_desk.App.Address, "/i/" + await Given.LinkAsync("discovery.meeting-firm")).ToString());
        await firm.AssertAccessibleAsync();
        await firm.PictureAsync("firm-time-360");
        var theirs = Hands.ByPointer(firm);
        await theirs.ChooseAsync("#form-firm-time label.choice");
        await theirs.FollowAsync("#form-firm-time button.primary");

        Assert.Equal(MeetingStatus.Fixed, await Given.ReadAsync(db => db.Meetings.Select(m => m.Status).SingleAsync()));
        foreach (var width in new[] { 360, 1280 })
        {
            var meetings = await _desk.PageAsync(Given.Como, width);
            await meetings.GotoAsync(new Uri(_desk.App.Address, "/meetings").ToString());
            await meetings.AssertAccessibleAsync();
            await meetings.PictureAsync($"meetings-{width}");
        }
    }

    private Task<IntroductionStatus> StatusAsync(Guid introduction) => Given.ReadAsync(db => db.Introductions.Where(i => i.Id == introduction).Select(i => i.Status).SingleAsync());
}
