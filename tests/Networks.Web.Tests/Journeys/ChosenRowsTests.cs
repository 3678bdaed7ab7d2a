using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>Rows chosen on Oggi: by keyboard with a range, by pointer, looked at, done, taken back.</summary>
public sealed class ChosenRowsTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        await Browser.RequireAsync();
        _desk = await DeskApp.StartAsync();
        await Given.RoundAsync(await Given.DraftingCaseAsync(2), RoundKind.Working);
        Given.Clock.Advance(TimeSpan.FromDays(10));
        await Given.CaseAsync(await Given.FirmAsync(Given.Lecco, 71));
        await Given.CaseAsync(await Given.FirmAsync(Given.Lecco, 72));
        await Given.WriteAsync(db =>
        {
            db.Add(new Officer(OfficerId.New(Given.Clock), Given.Lecco.AssociationId, "Collega Lecco", "collega@mail.example", OfficerRoles.Desk));
            return Task.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_rows_chosen_by_keyboard_when_they_are_handed_over_and_reminded_then_each_preview_comes_before_its_effect()
    {
        var page = await _desk.PageAsync(Given.Lecco);
        var count = page.Locator("[data-chosen-count]");
        var boxes = page.Locator("[data-row] .pick input");
        var rows = await boxes.CountAsync();
        Assert.True(rows >= 3, $"{rows} rows to choose");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(count).ToHaveTextAsync("Una riga scelta");
        for (var row = 1; row < rows; row++)
        {
            await page.Keyboard.PressAsync("j");
        }

        await page.Keyboard.PressAsync("Shift+X");
        await Assertions.Expect(count).ToHaveTextAsync($"{rows} righe scelte");
        await page.AssertAccessibleAsync();
        await page.PictureAsync("chosen-today-1280");

        await page.LeaveAsync(() => page.Keyboard.PressAsync("h"));
        await page.SelectOptionAsync("#to", new SelectOptionValue { Label = "Collega Lecco" });
        await page.LeaveAsync(() => page.ClickAsync("main form.filters button"));
        await page.AssertAccessibleAsync();
        await page.PictureAsync("chosen-hand-over-1280");
        Assert.Equal(0, await HandsAsync());
        await page.LeaveAsync(() => page.ClickAsync("#form-hand-over-many button.primary"));
        await Assertions.Expect(page.Locator("[data-bulk=done]")).ToHaveCountAsync(rows);
        Assert.True(await HandsAsync() >= rows);

        await page.GotoAsync("/");
        await page.CheckAsync("[data-chosen-all]");
        await page.LeaveAsync(() => page.Keyboard.PressAsync("r"));
        await page.AssertAccessibleAsync();
        await page.PictureAsync("chosen-remind-1280");
        Assert.Equal(0, await RemindersAsync());
        Assert.True(await page.Locator("[data-bulk=refused]").CountAsync() >= 2);
        await page.LeaveAsync(() => page.ClickAsync("#form-remind-many button.primary"));
        Assert.True(await RemindersAsync() > 0);
        await page.LeaveAsync(() => page.ClickAsync("#form-undo-many button:not([hidden])"));
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Solleciti fermati");
        Assert.Equal(0, await RemindersAsync());
    }

    [Fact]
    public async Task Given_a_phone_when_rows_are_chosen_then_the_boxes_are_large_and_the_firms_are_exported_or_renewed()
    {
        var page = await _desk.PageAsync(Given.Lecco, 360);
        await page.AssertAccessibleAsync();
        await page.PictureAsync("chosen-today-360");
        await page.GotoAsync("/firms");
        var boxes = page.Locator("[data-row] .pick input");
        await boxes.Nth(0).ClickAsync();
        await boxes.Nth(2).ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Shift] });
        await Assertions.Expect(page.Locator("[data-chosen-count]")).ToHaveTextAsync("3 righe scelte");
        await page.PictureAsync("chosen-firms-360");
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".chosen-bar button[formaction='/firms.csv']"));
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.Equal(3, lines.Count(l => l.StartsWith("Alfa", StringComparison.Ordinal)));

        await page.LeaveAsync(() => page.ClickAsync(".chosen-bar button[value=Renew]"));
        await page.AssertAccessibleAsync();
        await page.PictureAsync("chosen-consents-360");
        Assert.Equal(3, await page.Locator("[data-bulk]").CountAsync());
    }

    private Task<int> HandsAsync() => Given.ReadAsync(db => db.WorkItems.CountAsync(i => i.InHandOf != null));

    private Task<int> RemindersAsync() => Given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder && m.Status == OutboxStatus.Queued));
}
