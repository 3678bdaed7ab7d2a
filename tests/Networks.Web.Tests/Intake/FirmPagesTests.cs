using System.Net;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Web.Intake.AddFirm;
using Networks.Web.Intake.ConfirmFirm;
using Networks.Web.Intake.EditFirm;
using Networks.Web.Intake.RemoveFirm;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Intake;

public sealed class FirmPagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private Given _given = null!;
    private FirmId _alfa;
    private FirmId _gamma;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _given = _desk.Given;
        _alfa = await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        _gamma = await _given.FirmAsync(_given.Como, 2, "Gamma Tessuti Srl");
        _case = await _given.CaseAsync(_alfa, _gamma);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_an_asked_desk_when_it_opens_the_request_then_it_sees_the_need_and_no_other_firm()
    {
        using var client = await _desk.ClientAsync(_given.Como);

        var html = await client.GetStringAsync(Page(await ConfirmAsync()));

        Assert.Contains(Given.Need, html, StringComparison.Ordinal);
        Assert.Contains("Desk di Lecco chiede: Gamma Tessuti Srl partecipa?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Alfa Meccanica", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rete Prova", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_asked_desk_when_it_answers_without_choosing_then_the_field_says_so_and_with_a_yes_the_firm_takes_part()
    {
        using var client = await _desk.ClientAsync(_given.Como);
        var page = await ConfirmAsync();

        var without = await client.PostFormAsync(page, "confirm-firm", ("reason", "parole da non perdere"));
        var yes = await client.PostFormAsync(page, "confirm-firm", ("reply", "TakesPart"), ("how", "phone"));
        var after = await client.GetStringAsync(Page(page));

        var html = await without.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (without.StatusCode, yes.StatusCode));
        Assert.Contains("intake.reply-missing", Html.Codes(html));
        Assert.Contains("parole da non perdere", html, StringComparison.Ordinal);
        Assert.Contains("intake.already-answered", Html.Codes(after));
    }

    [Fact]
    public async Task Given_a_desk_without_a_firm_here_when_it_tries_every_page_then_none_of_them_exists()
    {
        using var client = await _desk.ClientAsync(_given.Monza);
        var alfa = (await _given.ParticipantAsync(_case, _alfa)).Id.Value;
        string[] pages = [await ConfirmAsync(), EditFirmLink.To(_case.Value, alfa), RemoveFirmLink.To(_case.Value, alfa), AddFirmLink.To(_case.Value)];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Page(page))).StatusCode);
        }
    }

    [Fact]
    public async Task Given_two_officers_at_once_when_the_second_saves_then_it_is_told_who_wrote_what_and_keeps_its_text()
    {
        using var client = await _desk.ClientAsync(_given.Lecco);
        var page = EditFirmLink.To(_case.Value, (await _given.ParticipantAsync(_case, _alfa)).Id.Value);
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Id == _alfa)).Phone = "0341 111111");

        var second = await client.PostFormAsync(page, "edit-firm", ("phone", "0341 222222"));
        var stale = await client.PostFormAsync(page, "edit-firm", ("was", "{\"phone\":\"0341 000000\"}"), ("phone", "0341 333333"));

        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        var html = await stale.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("intake.changed-meanwhile", Html.Codes(html));
        Assert.Contains("value=\"0341 333333\"", html, StringComparison.Ordinal);
        Assert.Contains("0341 222222", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_another_desks_firm_when_the_leading_desk_opens_it_then_it_reads_everything_after_the_yes_and_finds_no_form()
    {
        var gamma = await _given.ParticipantAsync(_case, _gamma);
        using var client = await _desk.ClientAsync(_given.Lecco);

        var before = await client.GetStringAsync(Page(EditFirmLink.To(_case.Value, gamma.Id.Value)));
        await _given.ConfirmedAsync(_given.Como, _case, gamma.Id);
        var after = await client.GetStringAsync(Page(EditFirmLink.To(_case.Value, gamma.Id.Value)));

        Assert.DoesNotContain("Gamma", before, StringComparison.Ordinal);
        Assert.Contains(InventedIdentifiers.Vat(2), before, StringComparison.Ordinal);
        Assert.Contains("Gamma Tessuti Srl", after, StringComparison.Ordinal);
        Assert.DoesNotContain("firm2@mail.example", before, StringComparison.Ordinal);
        Assert.Contains("firm2@mail.example", after, StringComparison.Ordinal);
        Assert.Contains("Contatto 2", after, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"form-edit-firm\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_final_round_when_a_firm_is_added_or_removed_then_the_page_says_what_that_does()
    {
        var id = await InFinalRoundAsync();
        var first = await _given.ReadAsync(db => db.Participants.Where(p => p.CaseId == id).OrderBy(p => p.Order).Select(p => p.Id).FirstAsync());
        using var client = await _desk.ClientAsync(_given.Lecco);

        var add = await client.PostFormAsync(AddFirmLink.To(id.Value), "add-firm", ("firms", InventedIdentifiers.Vat(9)));
        var remove = await client.GetStringAsync(Page(RemoveFirmLink.To(id.Value, first.Value)));
        var removed = await client.PostFormAsync(RemoveFirmLink.To(id.Value, first.Value), "remove-firm", ("reason", "non è più interessata"));

        Assert.Equal(HttpStatusCode.Conflict, add.StatusCode);
        Assert.Contains("intake.round-would-be-void", Html.Codes(await add.Content.ReadAsStringAsync()));
        Assert.Contains("Il giro 1 si chiude", remove, StringComparison.Ordinal);
        Assert.Contains("Sotto due la rete non si può fare", remove, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_browser_when_the_firms_pages_are_opened_then_they_are_accessible(int width)
    {
        var alfa = (await _given.ParticipantAsync(_case, _alfa)).Id.Value;
        var confirm = await ConfirmAsync();
        var como = await _desk.PageAsync(_given.Como, width);
        await SeeAsync(como, confirm, $"confirm-firm-{width}");

        var page = await _desk.PageAsync(_given.Lecco, width);
        await SeeAsync(page, EditFirmLink.To(_case.Value, alfa), $"edit-firm-{width}");
        await SeeAsync(page, RemoveFirmLink.To(_case.Value, alfa), $"remove-firm-{width}");
        await SeeAsync(page, EditFirmLink.To(_case.Value, (await _given.ParticipantAsync(_case, _gamma)).Id.Value), $"edit-firm-proposed-{width}");
        var frozen = await InFinalRoundAsync();
        await SeeAsync(page, AddFirmLink.To(frozen.Value), $"add-firm-{width}");
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-FR")]
    public async Task Given_another_language_when_the_pages_are_opened_then_no_sentence_is_missing(string language)
    {
        var alfa = (await _given.ParticipantAsync(_case, _alfa)).Id.Value;
        using var lecco = await _desk.ClientAsync(_given.Lecco);
        using var como = await _desk.ClientAsync(_given.Como);
        await _desk.SpeakAsync(_given.Lecco, language);
        await _desk.SpeakAsync(_given.Como, language);
        var pages = new[] { EditFirmLink.To(_case.Value, alfa), RemoveFirmLink.To(_case.Value, alfa), AddFirmLink.To(_case.Value) };

        var texts = await Task.WhenAll(pages.Select(p => lecco.GetStringAsync(Page(p))).Append(como.GetStringAsync(Page(await ConfirmAsync()))));

        Assert.All(texts, html => Assert.DoesNotContain("[intake", html, StringComparison.Ordinal));
    }

    private static async Task SeeAsync(Microsoft.Playwright.IPage page, string address, string name)
    {
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await page.AssertAccessibleAsync();
        await page.PictureAsync(name);
    }

    private async Task<CaseId> InFinalRoundAsync()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 5), await _given.FirmAsync(_given.Lecco, 6));
        await _given.DoneAsync(_given.Lecco, new Workflows.Intake.CompleteIntake.CompleteIntake(id) { OperationId = Ids.New(_given.Clock) });
        await _given.RoundAsync(id, RoundKind.Final);
        return id;
    }

    private async Task<string> ConfirmAsync() => ConfirmFirmLink.To(_case.Value, (await _given.ParticipantAsync(_case, _gamma)).Id.Value);

    private static Uri Page(string address) => new(address, UriKind.Relative);
}
