using System.Net;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Drafting;

public sealed class ContractPageTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_complete_terms_when_the_officer_makes_the_text_then_it_can_be_downloaded_as_an_attachment()
    {
        var id = await _desk.Given.CaseInDraftingAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var made = await client.PostFormAsync(Contract(id), "generate");

        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        var html = await client.GetStringAsync(Page(Contract(id)));
        var address = System.Text.RegularExpressions.Regex.Match(html, "/networks/[^\"]*/files/[^\"]*").Value;
        var file = await client.GetAsync(Page(address));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_foreign_desk_when_it_opens_contract_or_terms_then_they_do_not_exist()
    {
        var id = await _desk.Given.CaseInDraftingAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Como);

        Assert.All(await Task.WhenAll(client.GetAsync(Page(Contract(id))), client.GetAsync(Page(Terms(id)))), r => Assert.Equal(HttpStatusCode.NotFound, r.StatusCode));
    }

    [Fact]
    public async Task Given_letters_in_a_number_when_the_terms_are_saved_then_the_field_says_so_and_the_text_stays()
    {
        var id = await _desk.Given.CaseInDraftingAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(Terms(id), "terms", ("name", "Rete Prova"), ("duration", "cinque"), ("programme", "un testo da non perdere"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("terms-pages.not-a-number", Html.Codes(html));
        Assert.Contains("un testo da non perdere", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_co_desk_when_it_opens_the_terms_then_it_reads_them_without_a_form(int width)
    {
        var id = await _desk.Given.CaseInDraftingAsync();
        var firm = await _desk.Given.FirmAsync(_desk.Given.Como, 7);
        await _desk.Given.WriteAsync(db =>
        {
            db.Add(new Participant(ParticipantId.New(_desk.Given.Clock), id, firm, _desk.Given.Como.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = 3 });
            return Task.CompletedTask;
        });
        var page = await _desk.PageAsync(_desk.Given.Como, width);

        await page.GotoAsync(Contract(id));
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Accordi fra le imprese" }).ClickAsync());

        Assert.Equal(0, await page.Locator("#form-terms").CountAsync());
        Assert.Equal(1, await page.GetByText("acquistano insieme energia e vernici").CountAsync());
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"terms-read-{width}");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_browser_when_contract_and_terms_are_opened_then_they_are_accessible(int width)
    {
        var id = await _desk.Given.CaseInDraftingAsync();
        var page = await _desk.PageAsync(_desk.Given.Lecco, width);

        await page.GotoAsync(Contract(id));
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Ricava il testo dal modello" }).ClickAsync());
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"contract-{width}");
        await page.GotoAsync(Terms(id));
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"terms-{width}");
    }

    [Fact]
    public async Task Given_nothing_agreed_when_the_contract_is_opened_then_what_lacks_is_listed_instead_of_a_button()
    {
        var id = await _desk.Given.CaseInDraftingAsync(terms: ContractTerms.None);
        var page = await _desk.PageAsync(_desk.Given.Lecco);

        await page.GotoAsync(Contract(id));

        await page.AssertAccessibleAsync();
        await page.PictureAsync("contract-missing");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Ricava il testo dal modello" }).CountAsync());
    }

    private static string Contract(CaseId id) => $"/networks/{id.Value}/contract";

    private static string Terms(CaseId id) => $"/networks/{id.Value}/terms";

    private static Uri Page(string path) => new(path, UriKind.Relative);
}
