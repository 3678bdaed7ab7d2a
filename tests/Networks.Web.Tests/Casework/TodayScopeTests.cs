using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Casework.ListMyTasks;
using Networks.Web.Tests.Support;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Casework;

/// <summary>The switch of "Oggi": mine, the desk's, everybody's.</summary>
public sealed class TodayScopeTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        var given = _desk.Given;
        var led = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1), await given.FirmAsync(given.Como, 2));
        await given.ConfirmedAsync(given.Como, led, await given.ParticipantAsync(led, 2));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("it-IT", "Mie", "Tocca ad altri desk", "Tocca al Desk di Lecco")]
    [InlineData("en-GB", "Mine", "Other desks' turn", "It is the turn of Desk di Lecco")]
    [InlineData("fr-FR", "Les miens", "Au tour d'autres desks", "C'est au tour de Desk di Lecco")]
    public async Task Given_a_desk_with_a_firm_in_anothers_case_when_everything_is_shown_then_the_other_desks_task_is_read_there(string language, string mine, string group, string turn)
    {
        using var como = await _desk.ClientAsync(_desk.Given.Como);
        await _desk.SpeakAsync(_desk.Given.Como, language);

        var own = await GetAsync(como, ListMyTasksLink.To());
        var all = await GetAsync(como, ListMyTasksLink.To(TaskScope.All));

        own.Says(200, mine);
        Assert.DoesNotContain(group, own.Html, StringComparison.Ordinal);
        all.Says(200, group).Says(200, turn);
        Assert.Contains("href=\"/?show=all\" data-key=\"t\" aria-current=\"true\"", all.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[[a-z-]+\.[a-z-]+\]", all.Html);
    }

    [Fact]
    public async Task Given_a_language_chosen_on_a_page_then_it_is_the_accounts_on_every_machine_whatever_browser_and_cookie_say()
    {
        using var como = await _desk.ClientAsync(_desk.Given.Como);
        await como.PostFormAsync("/", "language", "/language", ("language", "fr"));
        using var elsewhere = await _desk.ClientAsync(_desk.Given.Como);
        elsewhere.DefaultRequestHeaders.Add("Accept-Language", "it");

        (await GetAsync(elsewhere, ListMyTasksLink.To())).Says(200, "Les miens");
        Assert.Equal("fr", await _desk.Given.ReadAsync(async db => (await db.Officers.FindAsync(_desk.Given.Como.Id))!.Language));
        await _desk.SpeakAsync(_desk.Given.Como, "en");
        (await GetAsync(como, ListMyTasksLink.To())).Says(200, "Mine");
    }

    [Fact]
    public async Task Given_a_colleague_who_wrote_last_then_the_case_is_hers_and_still_the_desks()
    {
        var colleague = new Officer(OfficerId.New(_desk.Given.Clock), _desk.Given.Lecco.AssociationId, "Collega Prova", "collega@mail.example", OfficerRoles.Desk);
        await _desk.Given.WriteAsync(db =>
        {
            db.Add(colleague);
            return Task.CompletedTask;
        });
        await DeskApp.AccountAsync(_desk.App, colleague);
        using var her = await _desk.ClientAsync(colleague);

        Assert.Contains("Rete Prova", (await GetAsync(her, "/")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rete Prova", (await GetAsync(her, ListMyTasksLink.To(TaskScope.Mine))).Html, StringComparison.Ordinal);
        (await GetAsync(her, "/?show=qualsiasi")).Says(200, "Rete Prova");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_the_switch_when_its_letters_are_pressed_then_each_shows_its_list_and_all_are_accessible(int width)
    {
        var page = await _desk.PageAsync(_desk.Given.Como, width);
        await page.GotoAsync("/");

        foreach (var (letter, address) in new[] { ("t", "/?show=all"), ("m", "/?show=mine"), ("d", "/") })
        {
            await page.LeaveAsync(() => page.Keyboard.PressAsync(letter));
            Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
            await page.AssertAccessibleAsync();
            await page.PictureAsync($"today-{letter}-{width}");
        }

        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Di tutti" }).ClickAsync());
        Assert.Equal("true", await page.GetByRole(AriaRole.Link, new() { Name = "Di tutti" }).GetAttributeAsync("aria-current"));
    }

    private static async Task<PageAnswer> GetAsync(HttpClient client, string page) => await PageAnswer.OfAsync(await client.GetAsync(new Uri(page, UriKind.Relative)));
}
