using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Filings;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>The most presses that each job of the day may cost, counted from Oggi, for a firm from its mail; by pointer and by keyboard alone.</summary>
public sealed class ClickBudgetTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private DeskApp _desk = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync() => _desk = await DeskApp.StartAsync(builder => builder.Services
        .AddSingleton(signers.Trust)
        .AddSingleton<IMailTransport, KeptMailTransport>());

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

        Assert.Equal(3, await Given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == id && m.Kind == MailKinds.Reminder)));
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_registration_when_it_is_recorded_then_it_costs_two(bool keyboard)
    {
        var registration = await Given.CaseInRegistrationAsync(signers);
        await Given.WriteAsync(async db =>
        {
            foreach (var (number, filing) in (await db.Filings.Where(f => f.CaseId == registration.Id).ToListAsync()).Index())
            {
                filing.Send(new DateOnly(2026, 3, 18), $"PRA/2026/{number}");
            }
        });
        await Given.EngineAsync(registration.Id, async (engine, @case) =>
        {
            foreach (var filing in registration.Filings)
            {
                await engine.CompleteAsync(@case, "send-filing", filing.Value, "sent", default);
            }
        });
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync("main [data-row] a[href*='/filings/']");
        await hands.FollowAsync("#form-outcome button.primary");

        Assert.Equal(1, await Given.ReadAsync(db => db.Filings.CountAsync(f => f.CaseId == registration.Id && f.Status == FilingStatus.Entered)));
        Assert.Equal(2, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_firm_that_leaves_when_it_is_simulated_and_started_then_it_costs_three(bool keyboard)
    {
        var network = await Given.RunningNetworkAsync();
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync($"main [data-row] a[href='/networks/{network.Id.Value}']");
        await hands.FollowAsync("main a[href*='what-if?firm=']");
        await hands.Page.AssertAccessibleAsync();
        await hands.FollowAsync("#form-accept button.primary");

        Assert.Contains("changes.withdrawal-opened", await Given.HistoryAsync(network.Id));
        Assert.Equal(3, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_quarter_that_is_over_when_the_pulse_is_sent_then_it_costs_two(bool keyboard)
    {
        var id = await Given.NetworkInEffectAsync(signers);
        await Given.GoAndSweepAsync(new DateOnly(2026, 6, 18));
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync($"main [data-row] a.button[href='/networks/{id.Value}/life/pulse']");
        await hands.Page.AssertAccessibleAsync();
        await hands.FollowAsync("#form-send button.primary");

        Assert.Equal(4, await Given.ReadAsync(db => db.Outbox.CountAsync(m => m.CaseId == id && m.Kind == "incubation.pulse")));
        Assert.Equal(2, hands.Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_phone_call_of_two_firms_when_the_case_is_opened_then_it_costs_two(bool keyboard)
    {
        var hands = await OnOggiAsync(keyboard);

        await hands.FollowAsync("main a[data-key='c']", "c");
        await hands.TypeAsync("#form-open-case textarea[name='firms']", $"Gamma Srl {InventedIdentifiers.Vat(8)}, Delta Srl {InventedIdentifiers.Vat(9)}");
        await hands.TypeAsync("#form-open-case textarea[name='need']", "comprare energia insieme");
        await hands.FollowAsync("#form-open-case button.primary");

        Assert.True(await Given.ReadAsync(db => db.Cases.AnyAsync(c => c.Need == "comprare energia insieme")));
        Assert.Equal(2, hands.Activations);
    }

    [Theory]
    [InlineData(true, RoundKind.Working)]
    [InlineData(false, RoundKind.Working)]
    [InlineData(true, RoundKind.Final)]
    [InlineData(false, RoundKind.Final)]
    public async Task Given_a_firms_mail_when_it_approves_then_it_costs_three_and_one_more_for_the_code(bool keyboard, RoundKind kind)
    {
        var id = await Given.CaseInRoundAsync(kind);
        var page = await Browser.PageAsync(_desk.App, 360);
        await page.GotoAsync("/outbox/" + (await Given.MailAsync(id, 1)).Id);
        var hands = keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
        await RewriteLinkAsync(page);

        await hands.FollowAsync("[data-mail-text] a[href*='/f/']");
        await hands.ChooseAsync("label.choice:has(input[value='approve'])");
        if (kind == RoundKind.Final)
        {
            await hands.FollowAsync("button[value='code']");
            await hands.TypeAsync("input[name='code']", await Given.CodeAsync(id, 1));
        }

        await hands.TypeAsync("input[name='name']", "Rappresentante Numero1");
        await hands.FollowAsync("#form-answer button.primary");

        var round = await Given.RoundAsync(id);
        Assert.Equal(FirmDecision.Approved, round.AnswerOf(await Given.ParticipantAsync(id, 1))!.Decision);
        Assert.Equal(kind == RoundKind.Final ? 4 : 3, hands.Activations);
    }

    private async Task<Hands> OnOggiAsync(bool keyboard)
    {
        var page = await _desk.PageAsync(Given.Lecco);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        return keyboard ? Hands.ByKeyboard(page) : Hands.ByPointer(page);
    }

    // Mails name the public address; the browser is led to the service under test instead.
    private static async Task RewriteLinkAsync(IPage page) =>
        await page.EvaluateAsync("for (const a of document.querySelectorAll('[data-mail-text] a')) a.href = new URL(a.href).pathname");
}
