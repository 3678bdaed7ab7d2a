using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Web.FollowUp.FulfilDuty;
using Networks.Web.Registration.ConfirmEffect;
using Networks.Web.Registration.RecordOutcome;
using Networks.Web.Registration.SendFiling;
using Networks.Web.Registration.ShowFilings;
using Networks.Web.Registration.ShowSheet;
using Networks.Web.Tests.Support;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Registration;

public sealed class RegistrationPagesTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private DeskApp _desk = null!;
    private RegistrationCase _case = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton(signers.Trust));
        _case = await _desk.Given.CaseInRegistrationAsync(signers);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_filing_when_its_form_is_saved_as_it_stands_then_it_is_entered_today()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(Outcome(0), "outcome", ("outcome", "Entered"), ("on", "2026-03-20"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await GetAsync(client, ShowFilingsLink.To(_case.Id));
        Assert.Contains("in iscrizione, 1 di 4", page, StringComparison.Ordinal);
        Assert.Contains("Nessun effetto finché manca: Alfa 2 Srl (Como-Lecco)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_suspension_without_reason_when_it_is_saved_then_422_asks_for_it_and_keeps_what_was_typed()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(Outcome(0), "outcome", ("outcome", "Suspended"), ("on", "2026-03-20"), ("words", "manca la procura"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["registration.reason-missing"], Html.Codes(page));
        Assert.Contains("manca la procura", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_day_before_the_deed_when_the_sending_is_saved_then_the_field_says_so()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.PostFormAsync(SendFilingLink.To(_case.Id, _case.Filings[0]), "send", ("protocol", "A1"), ("sent-on", "2026-03-09"));

        Assert.Equal(["rules.filing-before-deed"], Html.Codes(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_a_co_desk_when_it_opens_anothers_filing_then_it_is_told_who_follows_it()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Como);

        var answer = await client.GetAsync(new Uri(Outcome(0), UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(Outcome(2), UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_a_sheet_when_its_data_are_downloaded_then_the_table_has_module_and_firm()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await client.GetAsync(new Uri($"{ShowSheetLink.To(_case.Id, _case.Filings[0])}.csv", UriKind.Relative));

        var csv = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("modulo;S2\r\ncodice atto;A27", csv, StringComparison.Ordinal);
        Assert.Contains("impresa 1;Alfa 1 Srl", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_all_entries_when_the_effect_is_confirmed_then_the_mails_are_queued_and_a_duty_can_be_done()
    {
        await EnterAllAsync();
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        Assert.Contains("firm4@mail.example", await GetAsync(client, ConfirmEffectLink.To(_case.Id)), StringComparison.Ordinal);

        var answer = await client.PostFormAsync(ConfirmEffectLink.To(_case.Id), "effect");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(6, await _desk.Given.ReadAsync(db => db.Outbox.CountAsync()));
        var duty = await _desk.Given.ReadAsync(db => db.Duties.OrderBy(d => d.DueOn).Select(d => d.Id).FirstAsync());
        var done = await client.PostFormAsync(FulfilDutyLink.To(_case.Id, duty), "duty", ("done-on", "2026-03-20"), ("note", "serie 3"));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Contains("serie 3", await GetAsync(client, FulfilDutyLink.To(_case.Id, duty)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_browser_then_the_pages_of_registration_are_accessible(int width)
    {
        await _desk.Given.DoneAsync(_desk.Given.Lecco, new RecordOutcome(
            Ids.New(_desk.Given.Clock), _case.Id, _case.Filings[1], FilingOutcome.Suspended, new DateOnly(2026, 3, 18), "LC12345", "missing-power", "manca la procura", null));
        await EnterAsync(0);
        var page = await _desk.PageAsync(_desk.Given.Lecco, width);
        foreach (var (name, address) in new[]
        {
            ("filings", ShowFilingsLink.To(_case.Id)), ("outcome", Outcome(3)), ("send", SendFilingLink.To(_case.Id, _case.Filings[3])),
            ("sheet", ShowSheetLink.To(_case.Id, _case.Filings[3])),
        })
        {
            await page.GotoAsync(address);
            await page.AssertAccessibleAsync();
            await page.PictureAsync($"{name}-{width}");
        }

        await EnterAllAsync();
        await page.GotoAsync(ConfirmEffectLink.To(_case.Id));
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"effect-{width}");
        await page.LeaveAsync(() => page.ClickAsync("button.primary"));
        var duty = await _desk.Given.ReadAsync(db => db.Duties.OrderBy(d => d.DueOn).Select(d => d.Id).FirstAsync());
        await page.GotoAsync(FulfilDutyLink.To(_case.Id, duty));
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"duty-{width}");
        await page.GotoAsync(ShowFilingsLink.To(_case.Id));
        await page.PictureAsync($"filings-effect-{width}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Given_a_filing_at_the_chamber_when_its_entry_is_recorded_from_today_then_it_takes_two_presses(bool byKeyboard)
    {
        await _desk.Given.DoneAsync(_desk.Given.Monza, new Workflows.Registration.SendFiling.SendFiling(
            Ids.New(_desk.Given.Clock), _case.Id, _case.Filings[3], new DateOnly(2026, 3, 18), "MI77"));
        var page = await _desk.PageAsync(_desk.Given.Monza);
        var record = page.GetByRole(AriaRole.Link, new() { NameRegex = new("Registra l.esito") });
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Salva" });

        await page.LeaveAsync(() => PressAsync(record));
        await page.LeaveAsync(() => PressAsync(save));

        Assert.Contains(ShowFilingsLink.To(_case.Id), page.Url, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 20), await _desk.Given.ReadAsync(db => db.Filings.Where(f => f.Id == _case.Filings[3]).Select(f => f.EnteredOn).SingleAsync()));

        Task PressAsync(ILocator what) => byKeyboard ? what.PressAsync("Enter") : what.ClickAsync();
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-FR")]
    public async Task Given_a_language_then_no_sentence_is_missing(string language)
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        await _desk.SpeakAsync(_desk.Given.Lecco, language);

        foreach (var address in new[] { ShowFilingsLink.To(_case.Id), Outcome(0), SendFilingLink.To(_case.Id, _case.Filings[0]), ShowSheetLink.To(_case.Id, _case.Filings[0]), ConfirmEffectLink.To(_case.Id) })
        {
            Assert.DoesNotMatch(@"\[[a-z-]+\.[a-z-]+\]", await GetAsync(client, address));
        }
    }

    private string Outcome(int filing) => RecordOutcomeLink.To(_case.Id, _case.Filings[filing]);

    private async Task EnterAllAsync()
    {
        var missing = await _desk.Given.ReadAsync(db => db.Filings.Where(f => f.EnteredOn == null).Select(f => f.Id).ToListAsync());
        for (var i = 0; i < 4; i++)
        {
            if (missing.Contains(_case.Filings[i]))
            {
                await EnterAsync(i);
            }
        }
    }

    private Task<RecordedOutcome> EnterAsync(int filing) => _desk.Given.DoneAsync(_desk.Given.Lecco, new RecordOutcome(
        Ids.New(_desk.Given.Clock), _case.Id, _case.Filings[filing], FilingOutcome.Entered, new DateOnly(2026, 3, 19), null, null, null, null));

    private static async Task<string> GetAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
