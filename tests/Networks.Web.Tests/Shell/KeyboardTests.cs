using Microsoft.Playwright;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Shell;

/// <summary>The script on top, on the page of people: every page works without it.</summary>
public sealed class KeyboardTests(AdministratorApp service) : IClassFixture<AdministratorApp>, IAsyncLifetime
{
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _page = await Browser.PageAsync(service.App);
        await _page.TakeSessionAsync(service.Administrator);
        await _page.GotoAsync("/people");
    }

    // Without a browser the test was skipped before there was a page.
    public async ValueTask DisposeAsync() => await (_page?.Context.CloseAsync() ?? Task.CompletedTask);

    [Fact]
    public async Task Given_the_sheet_when_opened_and_closed_by_key_then_the_focus_is_back_where_it_was()
    {
        await _page.FocusAsync("a[href='/people/associations/new']");

        await _page.Keyboard.PressAsync("?");
        var open = await _page.IsVisibleAsync("#keys");
        await _page.AssertAccessibleAsync();
        await _page.Keyboard.PressAsync("Escape");

        Assert.True(open);
        Assert.False(await _page.IsVisibleAsync("#keys"));
        Assert.Equal("/people/associations/new", await FocusedAsync());
    }

    [Fact]
    public async Task Given_rows_when_j_and_enter_are_pressed_then_the_row_opens()
    {
        await _page.Keyboard.PressAsync("j");
        var row = await FocusedAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page).ToHaveURLAsync(new Uri(service.App.Address, row).ToString());

        Assert.StartsWith("/people/", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_g_and_a_letter_then_the_page_of_that_letter_opens()
    {
        await _page.GotoAsync("/account");

        await _page.Keyboard.PressAsync("g");
        await _page.Keyboard.PressAsync("p");

        await Assertions.Expect(_page).ToHaveURLAsync(new Uri(service.App.Address, "/administration").ToString());
    }

    [Fact]
    public async Task Given_slash_then_the_search_has_the_focus_and_letters_are_typed_into_it()
    {
        await _page.Keyboard.PressAsync("/");
        await _page.Keyboard.TypeAsync("jk?");

        Assert.Equal("jk?", await _page.InputValueAsync("[data-search]"));
        Assert.False(await _page.IsVisibleAsync("#keys"));
    }

    [Fact]
    public async Task Given_letters_are_switched_off_then_they_do_nothing_also_on_the_next_page_until_they_are_switched_on()
    {
        await SwitchAsync(off: true);
        await _page.GotoAsync("/people");
        await _page.Keyboard.PressAsync("j");
        var here = await FocusedAsync();

        await SwitchAsync(off: false);
        await _page.GotoAsync("/people");
        await _page.Keyboard.PressAsync("j");

        Assert.Null(here);
        Assert.NotNull(await FocusedAsync());
    }

    private async Task SwitchAsync(bool off)
    {
        await _page.Keyboard.PressAsync("?");
        await _page.RunAndWaitForResponseAsync(() => _page.SetCheckedAsync("input[data-letters]", !off), response => response.Url.EndsWith("/account/letters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_double_click_on_a_button_then_the_form_goes_out_once()
    {
        var posts = 0;
        _page.Request += (_, request) => posts += request.Method == "POST" && request.Url.EndsWith("/people/invite", StringComparison.Ordinal) ? 1 : 0;
        await _page.GotoAsync("/people/invite");
        await _page.FillAsync("[name=name]", "Bruno Riva");
        await _page.FillAsync("[name=email]", "bruno.riva@desk-lecco.example");

        await _page.DblClickAsync("#form-invite button.primary");
        await Assertions.Expect(_page).ToHaveURLAsync(new Uri(service.App.Address, "/people").ToString());

        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task Given_unsaved_text_when_leaving_then_the_browser_asks()
    {
        var asked = new TaskCompletionSource<string>();
        _page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await _page.GotoAsync("/people/invite");
        await _page.Locator("[name=name]").PressSequentiallyAsync("Bru");

        await _page.ClickAsync("nav a[href='/administration']");

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private Task<string?> FocusedAsync() => _page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')");
}
