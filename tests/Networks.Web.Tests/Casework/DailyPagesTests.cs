using System.Net;
using System.Text;
using Networks.Data.Officers;
using Networks.Web.Casework.ListNetworks;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Casework;

/// <summary>The pages as they answer without script.</summary>
public sealed class DailyPagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _client = await _desk.ClientAsync(_desk.Given.Lecco);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_silent_firms_then_today_counts_them_in_one_row_and_the_button_leads_to_the_reminders()
    {
        var id = await _desk.Given.CaseInDraftingAsync(firms: 3);
        await _desk.Given.SilentRoundAsync(id, new DateOnly(2026, 3, 31));
        _desk.Given.Clock.GoTo(new DateOnly(2026, 3, 17));
        using var later = await _desk.ClientAsync(_desk.Given.Lecco);

        var html = WebUtility.HtmlDecode(await later.GetStringAsync(new Uri("/", UriKind.Relative)));

        Assert.Contains("Oggi, martedì 17 marzo: una cosa da fare", html, StringComparison.Ordinal);
        Assert.Contains("3 imprese su 3 in silenzio da 5 giorni lavorativi.", html, StringComparison.Ordinal);
        Assert.Contains($"/networks/{id.Value}/round?remind=1", html, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(html) < 60_000);
    }

    [Fact]
    public async Task Given_a_new_desk_then_today_says_how_to_begin_and_the_list_says_what_will_be_there()
    {
        Assert.Contains("Per cominciare", await GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Qui compariranno le reti", await GetAsync("/networks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_note_without_outcome_when_it_is_saved_then_it_says_so_keeps_the_words_and_afterwards_the_case_tells_it()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var page = $"/networks/{running.Id.Value}/note";

        var refused = await _client.PostFormAsync(page, "note", ("channel", "Meeting"), ("text", "visto in sede"));
        var html = await refused.Content.ReadAsStringAsync();
        var saved = await _client.PostFormAsync(page, "note", ("channel", "Meeting"), ("outcome", "agrees"), ("firm", running.Own.Value.ToString()), ("text", "visto in sede"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["casework.note-outcome-missing"], Html.Codes(html));
        Assert.Contains(">visto in sede</textarea>", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Contains("Incontro con Alfa 1 Srl: d'accordo. visto in sede", await GetAsync($"/networks/{running.Id.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_next_step_of_today_when_it_is_ticked_off_on_today_then_it_is_gone()
    {
        var running = await _desk.Given.RunningCaseAsync();
        await _client.PostFormAsync($"/networks/{running.Id.Value}/note", "note", ("outcome", "call-back"), ("next-on", "2026-03-10"), ("next-text", "sentire il notaio"));
        var before = await GetAsync("/");
        var form = before[(before.IndexOf("id=\"form-done-", StringComparison.Ordinal) + "id=\"form-".Length)..];

        var done = await _client.PostFormAsync("/", form[..form.IndexOf('"', StringComparison.Ordinal)]);

        Assert.Contains("sentire il notaio", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.DoesNotContain("sentire il notaio", await GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_entry_on_a_wrong_day_when_it_is_corrected_then_the_case_shows_both()
    {
        var (id, _) = await _desk.Given.CaseWithFilingsAsync(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6), null);

        var refused = await _client.PostFormAsync($"/networks/{id.Value}/correct/1", "correct", ("day", "2026-03-01"), ("reason", "prova"));
        var done = await _client.PostFormAsync($"/networks/{id.Value}/correct/1", "correct", ("day", "2026-03-05"), ("reason", "la visura dice 5"));
        var html = await GetAsync($"/networks/{id.Value}");

        Assert.Equal(["casework.before-deed"], Html.Codes(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Contains("il giorno giusto è il 5 marzo 2026", html, StringComparison.Ordinal);
        Assert.Contains("iscritta il 5 mar 2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_case_when_it_is_closed_then_what_ends_is_listed_first_and_the_case_says_why()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var before = await GetAsync($"/networks/{running.Id.Value}/close");

        var closed = await _client.PostFormAsync($"/networks/{running.Id.Value}/close", "close", ("reason", "no-agreement"));

        Assert.Contains("Attività aperte: 1", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, closed.StatusCode);
        Assert.Contains("Rete Prova: chiusa senza esito", await GetAsync($"/networks/{running.Id.Value}"), StringComparison.Ordinal);
        Assert.Contains("casework.already-closed", await GetAsync($"/networks/{running.Id.Value}/close"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_desk_that_has_nothing_to_do_with_it_then_the_pages_of_the_case_do_not_exist()
    {
        var running = await _desk.Given.RunningCaseAsync();
        using var monza = await _desk.ClientAsync(_desk.Given.Monza);
        foreach (var page in new[] { "", "/history", "/note", "/close", "/correct/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await monza.GetAsync(new Uri($"/networks/{running.Id.Value}{page}", UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Given_an_auditor_then_the_case_is_there_without_acts()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var auditor = await _desk.Given.WatcherAsync(OfficerRoles.Auditor);
        await DeskApp.AccountAsync(_desk.App, auditor);
        using var client = await _desk.ClientAsync(auditor);

        var html = await (await client.GetAsync(new Uri($"/networks/{running.Id.Value}", UriKind.Relative))).Content.ReadAsStringAsync();

        Assert.Contains("Rete Prova", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/note\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/close\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("firm1@mail.example", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri($"/networks/{running.Id.Value}/note", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_the_table_then_a_spreadsheet_reads_it_and_runs_nothing()
    {
        await _desk.Given.RunningCaseAsync();

        var answer = await _client.GetAsync(new Uri("/networks.csv?q=prova", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains("N-2026-0001;Rete Prova;Desk di Lecco;Raccolta;In corso;2;2026-03-10;;", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it", "Tocca a me")]
    [InlineData("en", "My turn")]
    [InlineData("fr", "À mon tour")]
    public async Task Given_a_language_then_no_sentence_of_the_daily_pages_is_missing(string language, string words)
    {
        var (id, _) = await _desk.Given.CaseWithFilingsAsync(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6), null);
        await _desk.Given.NoteAsync(id);
        await _client.PostFormAsync("/", "language", "/language", ("language", language));

        Assert.Contains(words, await GetAsync("/"), StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/networks", "/networks?q=nothing", $"/networks/{id.Value}" }.Concat(new[] { "note", "close", "history", "correct/1" }.Select(p => $"/networks/{id.Value}/{p}")))
        {
            Assert.DoesNotMatch(@"\[[a-z-]+\.[A-Za-z-]+\]", await GetAsync(page));
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+39", "'+39")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("Rossi; \"Bianchi\"", "\"Rossi; \"\"Bianchi\"\"\"")]
    [InlineData("Rete Prova", "Rete Prova")]
    public void Given_a_cell_then_it_is_text_for_every_spreadsheet(string value, string cell) =>
        Assert.Equal(cell, SafeCell.Write(value));

    private async Task<string> GetAsync(string page)
    {
        var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
