using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Web.Intake.OpenCase;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Intake;

public sealed class OpenCasePageTests : IAsyncLifetime
{
    private static readonly string _page = OpenCaseLink.To();

    private DeskApp _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_number_and_a_need_when_the_form_is_sent_then_the_case_is_open()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(_page, "open-case", ("firms", InventedIdentifiers.Vat(7)), ("need", Given.Need));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var id = await _desk.Given.ReadAsync(db => db.Cases.Select(c => c.Id).SingleAsync());
        Assert.EndsWith($"/networks/{id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_firms_of_every_sort_when_they_are_checked_then_each_is_told_and_nothing_is_stored()
    {
        await _desk.Given.FirmAsync(_desk.Given.Lecco, 1, "Alfa Meccanica Srl");
        await _desk.Given.FirmAsync(_desk.Given.Como, 2, "Gamma Tessuti Srl");
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var typed = $"alfa meccanica\n{InventedIdentifiers.Vat(2)}\n12345678901\n{InventedIdentifiers.Vat(7)}";

        var answer = await client.PostFormAsync(_page, "open-case", ("firms", typed), ("need", "un bisogno da non perdere"), ("check", "firms"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("un bisogno da non perdere", html, StringComparison.Ordinal);
        Assert.Contains("data-state=\"KnownHere\"", html, StringComparison.Ordinal);
        Assert.Contains("un’altra associazione segue già questa impresa", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Gamma", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Associazione Como", html, StringComparison.Ordinal);
        Assert.Equal(["intake.firm-number-wrong", "rules.join-to-verify"], Html.Codes(html));
        Assert.Contains($"name=\"name-{InventedIdentifiers.Vat(7)}\"", html, StringComparison.Ordinal);
        Assert.Contains("Fonte: D.L.", html, StringComparison.Ordinal);
        Assert.Equal(0, await _desk.Given.ReadAsync(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Given_a_wrong_check_digit_when_the_form_is_sent_then_it_is_explained_at_the_field_and_nothing_typed_is_lost()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(_page, "open-case", ("firms", "12345678901"), ("need", "un bisogno da non perdere"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("intake.firm-number-wrong", Html.Codes(html));
        Assert.Contains("href=\"#f-firms\"", html, StringComparison.Ordinal);
        Assert.Contains("un bisogno da non perdere", html, StringComparison.Ordinal);
        Assert.Contains("errore di battitura", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_name_without_number_when_the_form_is_sent_then_its_own_field_is_shown_and_taken()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        (string, string)[] typed = [("firms", "Mai Sentita Srl"), ("need", Given.Need)];

        var first = await client.PostFormAsync(_page, "open-case", typed);
        var second = await client.PostFormAsync(_page, "open-case", [.. typed, ("number-MAISENTITASRL", InventedIdentifiers.Vat(7)), ("legal-form-MAISENTITASRL", "Srl")]);

        Assert.Contains("id=\"f-number-MAISENTITASRL\"", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        Assert.Equal("Mai Sentita Srl", await _desk.Given.ReadAsync(db => db.Firms.Select(f => f.Name).SingleAsync()));
    }

    [Fact]
    public async Task Given_three_answers_when_advice_is_asked_then_a_kind_is_advised_with_its_reason_and_source()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(_page, "open-case", ("check", "kind"), ("own-name", "yes"), ("professionals", "no"), ("burdens", "yes"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Con queste risposte conviene: Rete-soggetto", html, StringComparison.Ordinal);
        Assert.Contains("rules.kind-own-name", Html.Codes(html));
    }

    [Fact]
    public async Task Given_nobody_signed_in_when_the_page_is_opened_then_a_person_is_chosen_first()
    {
        using var client = _desk.App.Client();

        var answer = await client.GetAsync(new Uri(_page, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Found, "/demo?return=%2Fnetworks%2Fnew"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("it-IT", "Nuova rete")]
    [InlineData("en-GB", "New network")]
    [InlineData("fr-FR", "Nouveau réseau")]
    public async Task Given_a_language_when_the_page_is_opened_then_every_word_is_in_it(string language, string title)
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        await _desk.SpeakAsync(_desk.Given.Lecco, language);

        var html = await client.GetStringAsync(new Uri(_page, UriKind.Relative));

        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("[intake", html, StringComparison.Ordinal);
        Assert.DoesNotContain("[rules", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Given_a_browser_when_firms_are_checked_then_the_list_comes_with_and_without_script(int width, bool script)
    {
        await _desk.Given.FirmAsync(_desk.Given.Lecco, 1, "Alfa Meccanica Srl");
        await _desk.Given.FirmAsync(_desk.Given.Como, 2, "Gamma Tessuti Srl");
        var page = await _desk.PageAsync(_desk.Given.Lecco, width, script);
        await page.GotoAsync(_page);
        await page.Locator("#f-firms").FillAsync($"Alfa Meccanica\n{InventedIdentifiers.Vat(2)}\n{InventedIdentifiers.Vat(7)}\nMai Sentita Srl\n12345678901");
        await page.Locator("button[name=check][value=firms]").ClickAsync();
        await page.Locator("section.firm").Nth(4).WaitForAsync();

        Assert.Equal(5, await page.Locator("section.firm").CountAsync());
        if (script)
        {
            await page.Locator("section.firm details summary").First.ClickAsync();
            await page.Locator("form > details > summary").ClickAsync();
            await page.AssertAccessibleAsync();
            await page.PictureAsync($"open-case-{width}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_field_of_one_line_when_enter_is_pressed_then_the_network_is_opened(bool script)
    {
        var page = await _desk.PageAsync(_desk.Given.Lecco, script: script);
        await page.GotoAsync(_page);
        await page.Locator("#f-firms").FillAsync(InventedIdentifiers.Vat(7));
        await page.Locator("#f-need").FillAsync(Given.Need);
        await page.Locator("#f-name").FillAsync("Rete Invio");

        await page.LeaveAsync(() => page.Locator("#f-name").PressAsync("Enter"));

        Assert.Equal("Rete Invio", await _desk.Given.ReadAsync(db => db.EnterpriseNetworks.Select(n => n.Name).SingleAsync()));
    }

    [Fact]
    public async Task Given_today_when_a_case_is_opened_by_pointer_then_two_presses_are_enough()
    {
        await _desk.Given.FirmAsync(_desk.Given.Lecco, 1, "Alfa Meccanica Srl");
        var page = await _desk.PageAsync(_desk.Given.Lecco);
        await page.GotoAsync("/");

        await page.LeaveAsync(() => page.Locator($"a[href='{_page}']").First.ClickAsync());
        await page.Keyboard.TypeAsync(InventedIdentifiers.Vat(1));
        await page.Locator("#f-need").FillAsync(Given.Need);
        await page.LeaveAsync(() => page.Locator("#form-open-case button.primary").ClickAsync());

        Assert.Equal(1, await _desk.Given.ReadAsync(db => db.Cases.CountAsync()));
        Assert.Contains("Rete Alfa Meccanica", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_today_when_a_case_is_opened_by_keyboard_then_two_presses_are_enough()
    {
        var page = await _desk.PageAsync(_desk.Given.Lecco);
        await page.GotoAsync("/");

        await page.LeaveAsync(() => page.Keyboard.PressAsync("c"));
        await Assertions.Expect(page.Locator("[name=firms]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(InventedIdentifiers.Vat(7));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Given.Need);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));

        Assert.Equal(1, await _desk.Given.ReadAsync(db => db.Cases.CountAsync()));
    }
}
