using Microsoft.Playwright;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Casework;

/// <summary>The pages as people see and use them: click budgets J1 and J3, both widths, axe.</summary>
public sealed class DailyPagesBrowserTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    public async ValueTask InitializeAsync()
    {
        await Browser.RequireAsync();
        _desk = await DeskApp.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_day_with_work_then_every_daily_page_is_accessible_and_fits(int width)
    {
        var given = _desk.Given;
        var (filed, _) = await given.CaseWithFilingsAsync(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6), null);
        await given.NoteAsync(filed);
        var page = await _desk.PageAsync(given.Lecco, width);
        foreach (var (address, name) in new[]
        {
            ("/", "oggi"), ("/networks", "reti"), ($"/networks/{filed.Value}", "rete"), ($"/networks/{filed.Value}/note", "annota"),
            ($"/networks/{filed.Value}/correct/1", "correggi"), ($"/networks/{filed.Value}/close", "chiudi"), ($"/networks/{filed.Value}/history", "cronologia"),
        })
        {
            await page.GotoAsync(address);
            await page.PictureAsync($"{name}-{width}");
            await page.AssertAccessibleAsync();
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_round_of_three_firms_then_today_and_the_case_show_where_each_is(int width)
    {
        var id = await _desk.Given.CaseInDraftingAsync(firms: 3);
        await _desk.Given.SilentRoundAsync(id, new DateOnly(2026, 3, 31));
        await _desk.Given.NoteAsync(id);
        _desk.Given.Clock.GoTo(new DateOnly(2026, 3, 17));
        var page = await _desk.PageAsync(_desk.Given.Lecco, width);

        await page.PictureAsync($"oggi-giro-{width}");
        await page.AssertAccessibleAsync();
        Assert.Equal(1, await page.GetByRole(AriaRole.Link, new() { Name = "Sollecita 3" }).CountAsync());
        await page.GotoAsync($"/networks/{id.Value}");
        await page.PictureAsync($"rete-giro-{width}");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Given_a_call_when_it_is_noted_by_pointer_then_three_presses_are_enough()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var page = await _desk.PageAsync(_desk.Given.Lecco);
        await page.GotoAsync("/");

        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Annota" }).First.ClickAsync());
        await page.GetByText("Risponderà").ClickAsync();
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Salva" }).First.ClickAsync());

        Assert.EndsWith($"/networks/{running.Id.Value}", page.Url, StringComparison.Ordinal);
        Assert.Contains("prossimo passo il 13 marzo", await page.InnerTextAsync("[data-notice]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_call_when_it_is_noted_by_keyboard_then_n_space_and_enter_are_enough()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var page = await _desk.PageAsync(_desk.Given.Lecco);
        await page.GotoAsync("/");

        await page.LeaveAsync(() => page.Keyboard.PressAsync("n"));
        await page.Locator("input[name=outcome]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));

        Assert.EndsWith($"/networks/{running.Id.Value}", page.Url, StringComparison.Ordinal);
        Assert.Contains("Annotato", await page.InnerTextAsync("[data-notice]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_no_script_then_a_note_is_saved_all_the_same()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var page = await _desk.PageAsync(_desk.Given.Lecco, script: false);
        await page.GotoAsync($"/networks/{running.Id.Value}/note");

        await page.GetByText("È d'accordo").ClickAsync();
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Salva" }).First.ClickAsync());

        Assert.EndsWith($"/networks/{running.Id.Value}", page.Url, StringComparison.Ordinal);
    }
}
