using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Filings;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>The most presses that each job of the day may cost, counted from Oggi, for a firm from its mail; by pointer and by keyboard alone.</summary>
public sealed class ClickBudgetTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private DeskApp _desk = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync() => _desk = await DeskApp.StartAsync(builder =>
    {
        builder.Configuration.AddInMemoryCollection([new("Networks:Jobs", "false")]);
        builder.Services.AddSingleton(signers.Trust);
    });

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_open_work_when_oggi_is_opened_then_what_needs_me_is_there_without_a_press()
    {
        await Given.CaseInDraftingAsync();
        var hands = Hands.ByPointer(await _desk.PageAsync(Given.Lecco));

        await Assertions.Expect(hands.Page.Locator("main h1")).ToContainTextAsync("1");
        await Assertions.Expect(hands.Page.Locator("main [data-row]").First).ToContainTextAsync("Rete Prova");
        Assert.Equal(0, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_silent_firms_when_they_are_chased_then_it_costs_two(bool keyboard)
    {
        var id = await Given.CaseInRoundAsync(firms: 3);
        Given.Clock.GoTo(new DateOnly(2026, 3, 19));
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync("main a[data-key='s']", "s");
        await hands.FollowAsync("#form-remind button.primary", "i");

        Assert.Equal(3, await Given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == id && m.Kind == Workflows.Mail.MailKinds.Reminder)));
        Assert.Equal(2, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_phone_call_when_it_is_noted_then_it_costs_three(bool keyboard)
    {
        var id = await Given.CaseInDraftingAsync();
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync("main [data-row] a[data-key='n']", "n");
        await hands.ChooseAsync("#form-note label.choice:has(input[value='call-back'])");
        await hands.FollowAsync("#form-note button.primary");

        Assert.Contains("casework.noted", await Given.HistoryAsync(id));
        Assert.Equal(3, hands.Activations);
    }

    private async Task<Hands> OnOggiAsync(bool keyboard)
    {
        var page = await _desk.PageAsync(Given.Lecco);
        await Assertions.Expect(page.Locator("main [data-row]").First).ToBeVisibleAsync();
        return keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
    }
}
