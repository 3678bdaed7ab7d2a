using Microsoft.Playwright;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Casework;

public sealed class KeptTextBrowserTests
{
    [Fact]
    public async Task Given_a_note_that_was_left_unsaved_then_it_is_offered_on_another_machine_until_it_is_sent()
    {
        await Browser.RequireAsync();
        await using var desk = await DeskApp.StartAsync();
        var running = await desk.Given.RunningCaseAsync();
        var address = $"/networks/{running.Id.Value}/note";
        var first = await desk.PageAsync(desk.Given.Lecco);
        await OpenAsync(first);
        await first.RunAndWaitForResponseAsync(() => first.FillAsync("#f-text", "Ha chiesto del fondo"), IsKept("POST"));
        await first.Context.CloseAsync();

        var second = await desk.PageAsync(desk.Given.Lecco);
        await OpenAsync(second);

        await Assertions.Expect(second.Locator("[data-kept] p")).ToHaveTextAsync("Il 10 marzo alle 12:00 aveva scritto qui senza salvare.");
        Assert.Equal("", await second.InputValueAsync("#f-text"));
        await second.AssertAccessibleAsync();
        await second.PictureAsync("testo-non-salvato");
        await second.ClickAsync("text=Riprendi");
        Assert.Equal("Ha chiesto del fondo", await second.InputValueAsync("#f-text"));
        await second.GetByText("Risponderà").ClickAsync();
        await second.LeaveAsync(() => second.GetByRole(AriaRole.Button, new() { Name = "Salva" }).First.ClickAsync());
        Assert.EndsWith($"/networks/{running.Id.Value}", second.Url, StringComparison.Ordinal);
        Assert.Contains("\"texts\":[]", await OpenAsync(second), StringComparison.Ordinal);

        async Task<string> OpenAsync(IPage page)
        {
            var asked = await page.RunAndWaitForResponseAsync(() => page.GotoAsync(address), IsKept("GET"));
            return await asked.TextAsync();
        }
    }

    [Fact]
    public async Task Given_kept_text_when_somebody_has_begun_anew_before_it_is_offered_then_the_offer_moves_nothing()
    {
        await Browser.RequireAsync();
        await using var desk = await DeskApp.StartAsync();
        var running = await desk.Given.RunningCaseAsync();
        var address = $"/networks/{running.Id.Value}/note";
        var page = await desk.PageAsync(desk.Given.Lecco);
        await page.GotoAsync(address);
        await page.RunAndWaitForResponseAsync(() => page.FillAsync("#f-text", "Ha chiesto del fondo"), IsKept("POST"));
        await page.Context.CloseAsync();

        var late = await desk.PageAsync(desk.Given.Lecco);
        var begun = new TaskCompletionSource();
        await late.RouteAsync("**/kept?*", async route =>
        {
            await begun.Task;
            await route.ContinueAsync();
        });
        await late.GotoAsync(address);
        await late.FillAsync("#f-text", "Ha telefonato");
        var save = late.GetByRole(AriaRole.Button, new() { Name = "Salva" }).First;
        var before = await save.BoundingBoxAsync();
        begun.SetResult();
        await Assertions.Expect(late.Locator("[data-kept]")).ToBeVisibleAsync();

        Assert.Equal(before!.Y, (await save.BoundingBoxAsync())!.Y);
        Assert.Equal("Ha telefonato", await late.InputValueAsync("#f-text"));

        // What is typed while nobody answers the offer is kept beside it, and offered first.
        await late.RunAndWaitForResponseAsync(() => late.FillAsync("#f-text", "Ha telefonato due volte"), IsKept("POST"));
        await late.Context.CloseAsync();
        var later = await desk.PageAsync(desk.Given.Lecco, 360);
        await later.GotoAsync(address);
        await later.ClickAsync("text=Scarta", new PageClickOptions { Trial = true });
        await later.AssertAccessibleAsync();
        await later.PictureAsync("testo-non-salvato-360");
        await later.ClickAsync("text=Riprendi");
        Assert.Equal("Ha telefonato due volte", await later.InputValueAsync("#f-text"));
    }

    private static Func<IResponse, bool> IsKept(string method) => response =>
        response.Request.Method == method && new Uri(response.Url).AbsolutePath == "/kept";
}
