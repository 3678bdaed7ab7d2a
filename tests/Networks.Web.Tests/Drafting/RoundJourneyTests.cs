using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Web.Tests.Support;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Drafting;

/// <summary>
/// J10: from the mail a firm approves with three presses, four with the code of the final text. Opening the mailed link is
/// the first. J2: a desk reminds the silent firms with two.
/// </summary>
public sealed class RoundJourneyTests : IAsyncLifetime
{
    private DeskApp _desk = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        await Browser.RequireAsync();
        _desk = await DeskApp.StartAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_the_mail_when_the_firm_approves_by_pointer_then_it_takes_three_presses(bool script)
    {
        var id = await Given.CaseInRoundAsync();
        var page = await Browser.PageAsync(_desk.App, 360, script);

        await page.GotoAsync(await LinkAsync(id, 1));
        await page.GetByText("Approvo questo testo").ClickAsync();
        await page.GetByLabel("Il Suo nome e cognome").FillAsync("Numero1 Rappresentante");
        await page.GetByRole(AriaRole.Button, new() { Name = "Conferma la risposta" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ha approvato il testo della rete Rete Prova");
    }

    [Fact]
    public async Task Given_the_mail_when_the_firm_approves_by_keyboard_then_three_presses_are_enough()
    {
        var id = await Given.CaseInRoundAsync();
        var page = await Browser.PageAsync(_desk.App);

        await page.GotoAsync(await LinkAsync(id, 1));
        await page.Locator("input[name=answer]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByLabel("Il Suo nome e cognome").FocusAsync();
        await page.Keyboard.TypeAsync("Rappresentante Numero1");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ha approvato il testo della rete Rete Prova");
    }

    [Fact]
    public async Task Given_the_final_text_when_the_firm_approves_then_the_code_is_one_press_more_and_nothing_typed_is_lost()
    {
        var id = await Given.CaseInRoundAsync(RoundKind.Final);
        var page = await Browser.PageAsync(_desk.App, 360);

        await page.GotoAsync(await LinkAsync(id, 1));
        await page.GetByText("Approvo questo testo").ClickAsync();
        await page.GetByLabel("Il Suo nome e cognome").FillAsync("Rappresentante Numero1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inviami il codice" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-code-sent]")).ToContainTextAsync("Codice inviato a f…@mail.example");
        await page.AssertAccessibleAsync();
        await page.PictureAsync("firm-code-360");
        await page.GetByLabel("Codice di sei cifre").FillAsync(await Given.CodeAsync(id, 1));
        await page.GetByRole(AriaRole.Button, new() { Name = "Conferma la risposta" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ha approvato il testo della rete Rete Prova");
        await page.PictureAsync("firm-approved-360");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    [InlineData(320)]
    public async Task Given_a_changed_text_then_the_firms_page_is_accessible_and_shows_the_change(int width)
    {
        var id = await Given.CaseInRoundAsync(firms: 3);
        await Given.ApproveAsync(id, 1);
        await Given.DoneAsync(Given.Lecco, new ReviseText(id, "quota da rivedere"));
        await Given.DraftAsync(id, [.. Given.ContractLines[..^1], "Ciascuna impresa versa 4.000 euro.", "Art. 4 - Recesso", "Sei mesi di preavviso."]);
        await Given.DoneAsync(Given.Lecco, (await Given.RoundOfAsync(id, RoundKind.Working)) with { Message = "Abbiamo abbassato la quota, come ci avevate chiesto." });
        var page = await Browser.PageAsync(_desk.App, width);

        await page.GotoAsync(await LinkAsync(id, 1));

        await Assertions.Expect(page.Locator("ins")).ToContainTextAsync("4.000");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"firm-changed-{width}");
        await page.GetByText("Non sono d'accordo su un punto").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Conferma la risposta" }).ClickAsync();
        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("Scriva che cosa vorrebbe diverso");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"firm-refused-{width}");
    }

    [Fact]
    public async Task Given_a_replaced_link_then_its_page_is_accessible_and_sends_a_fresh_one_in_one_press()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);
        await Given.DoneAsync(Given.Lecco, new ReviseText(id, "quota"));
        await Given.DraftAsync(id, "Un testo nuovo");
        await Given.DoneAsync(Given.Lecco, await Given.RoundOfAsync(id, RoundKind.Working));
        var page = await Browser.PageAsync(_desk.App, 360);

        await page.GotoAsync(link);
        await page.AssertAccessibleAsync();
        await page.PictureAsync("firm-replaced-360");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mandatemi un nuovo link" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Il nuovo link è in arrivo");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_the_pages_of_a_round_then_they_are_accessible_and_two_presses_remind(int width)
    {
        var id = await Given.CaseInDraftingAsync(4);
        await Given.DraftAsync(id);
        var page = await _desk.PageAsync(Given.Lecco, width);
        await page.GotoAsync($"/networks/{id.Value}/round/open");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"round-open-{width}");
        await Given.DoneAsync(Given.Lecco, await Given.RoundOfAsync(id, RoundKind.Working));
        await Given.ApproveAsync(id, 1);
        var second = await Given.FirmOpensAsync(id, 2);
        await Given.SendAsync(new Workflows.Drafting.ObjectToClause.ObjectToClause(id, second.Token, second.Round, second.Name, "3", "La quota è troppo alta per noi"));

        await page.GotoAsync($"/networks/{id.Value}/round");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"round-{width}");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Sollecita 2" }).ClickAsync());
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"round-remind-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invia 2" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 solleciti in coda");
        Assert.Equal(2, await Given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder)));

        await page.GotoAsync($"/networks/{id.Value}/round/firms/{(await Given.ParticipantAsync(id, 2)).Value}");
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"round-firm-{width}");
    }

    private async Task<string> LinkAsync(CaseId id, int place) => $"/f/{(await Given.FirmOpensAsync(id, place)).Token}";
}
