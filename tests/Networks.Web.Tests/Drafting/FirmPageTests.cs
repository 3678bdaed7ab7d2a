using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Drafting;

public sealed class FirmPageTests : IAsyncLifetime
{
    private readonly KeptLines _lines = new();
    private DeskApp _desk = null!;
    private HttpClient _client = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(LogEverything);
        _client = _desk.App.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
        _lines.Dispose();
    }

    [Fact]
    public async Task Given_a_link_when_it_is_opened_many_times_then_nothing_is_written()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);
        var before = await TracesAsync();

        foreach (var path in new[] { link, link, $"{link}/text.docx", $"{link}/text.pdf", link })
        {
            await _client.GetAsync(At(path));
        }

        Assert.Equal(before, await TracesAsync());
    }

    [Fact]
    public async Task Given_a_link_then_the_page_says_who_asks_until_when_and_what_a_yes_is_without_the_name_to_type()
    {
        var id = await Given.CaseInRoundAsync();

        var answer = await _client.GetAsync(At(await LinkAsync(id, 1)));

        var html = await answer.Content.ReadAsStringAsync();
        string[] order = ["Desk di Lecco per Alfa 1 Srl", "entro martedì 24 marzo 2026", "Che cosa contiene il testo", "È un sì al testo, non ancora la firma", "I Suoi dati nel testo", "Tutto il testo", "La Sua risposta", "A che punto siamo"];
        Assert.All(order, words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.Equal(order.Order(Comparer<string>.Create((a, b) => html.IndexOf(a, StringComparison.Ordinal).CompareTo(html.IndexOf(b, StringComparison.Ordinal)))), order);
        Assert.DoesNotContain("Rappresentante", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" checked", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(html.Length < 60_000, $"{html.Length} characters");
    }

    [Fact]
    public async Task Given_a_long_contract_then_the_page_with_everything_it_loads_is_at_most_200_kilobytes()
    {
        var id = await Given.CaseInDraftingAsync();
        await Given.DraftAsync(id, [.. Enumerable.Range(1, 20).SelectMany(n => new[] { $"Art. {n} - Articolo {n}", string.Join(' ', Enumerable.Repeat("Le imprese concordano quanto segue,", 60)) })]);
        await Given.DoneAsync(Given.Lecco, await Given.RoundOfAsync(id, RoundKind.Working));

        var html = await _client.GetStringAsync(At(await LinkAsync(id, 1)));

        var loaded = await Task.WhenAll(Regex.Matches(html, "(?:<link [^>]*href|<script [^>]*src)=\"([^\"]+)\"").Select(m => _client.GetByteArrayAsync(At(m.Groups[1].Value))));
        Assert.Equal(3, loaded.Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(html) + loaded.Sum(file => file.Length), 50_000, 200 * 1024);
    }

    [Fact]
    public async Task Given_an_unknown_link_then_it_is_not_there_for_looking_acting_or_downloading()
    {
        await Given.CaseInRoundAsync();
        var unknown = $"/f/{LinkToken.New()}";

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(At(unknown))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(At($"{unknown}/text.docx"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(At($"{unknown}/text.pdf"))).StatusCode);
    }

    [Fact]
    public async Task Given_no_forgery_token_when_an_answer_is_posted_then_nothing_is_recorded()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "answer"), KeyValuePair.Create("answer", "approve"), KeyValuePair.Create("name", "Rappresentante Numero1")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsync(At(link), content)).StatusCode);
        Assert.Equal(FirmDecision.None, (await Given.RoundAsync(id)).AnswerOf(await Given.ParticipantAsync(id, 1))!.Decision);
    }

    [Fact]
    public async Task Given_the_four_answers_when_one_is_incomplete_then_the_field_says_so_and_nothing_typed_is_lost()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);

        await RefusesAsync(link, ["drafting.answer-missing"], ("name", "Qualcuno"));
        await RefusesAsync(link, ["drafting.name-missing"], ("answer", "approve"));
        await RefusesAsync(link, ["drafting.objection-missing"], ("answer", "object"), ("name", "Rappresentante Numero1"));
        await RefusesAsync(link, ["drafting.decider-missing", "drafting.decider-mail-wrong"], ("answer", "other"), ("deciderMail", "nessuna"));
        var html = await RefusesAsync(link, ["drafting.name-missing"], ("answer", "talk"), ("when", "giovedì dopo le 17"));
        Assert.Contains("giovedì dopo le 17", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_answer_then_the_page_shows_the_outcome_and_the_firm_may_change_it()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);

        var approved = await _client.PostFormAsync(link, "answer", ("answer", "approve"), ("name", "numero1 rappresentante"), ("step", "answer"));
        Assert.EndsWith(link, approved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var html = await _client.GetStringAsync(At(link));
        Assert.Contains("Ha approvato il testo della rete Rete Prova", html, StringComparison.Ordinal);
        Assert.Contains("La Sua risposta è registrata", html, StringComparison.Ordinal);

        await _client.PostFormAsync(link, "answer", ("answer", "object"), ("name", "numero1 rappresentante"), ("clause", "3"), ("objection", "La quota è alta"));
        Assert.Contains("«La quota è alta»", await _client.GetStringAsync(At(link)), StringComparison.Ordinal);
        Assert.Contains("answer-objection Open", await Given.TasksAsync(id));
    }

    [Fact]
    public async Task Given_another_name_then_it_is_said_politely_and_does_not_count()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);

        await _client.PostFormAsync(link, "answer", ("answer", "approve"), ("name", "Altra Persona"));

        var html = await _client.GetStringAsync(At(link));
        Assert.Contains("Grazie. Il nome non è quello", html, StringComparison.Ordinal);
        Assert.Contains("la conserviamo come commento", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_final_round_then_the_code_is_mailed_on_request_and_the_frozen_pdf_leaves_as_an_attachment()
    {
        var id = await Given.CaseInRoundAsync(RoundKind.Final);
        var link = await LinkAsync(id, 1);

        var asked = await _client.PostFormAsync(link, "answer", ("answer", "approve"), ("name", "Rappresentante Numero1"), ("step", "code"));
        Assert.Contains("Codice inviato a f…@mail.example", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await RefusesAsync(link, ["drafting.code-wrong"], ("answer", "approve"), ("name", "Rappresentante Numero1"), ("code", "12"));
        var code = await Given.CodeAsync(id, 1);
        var approved = await _client.PostFormAsync(link, "answer", ("answer", "approve"), ("name", "Rappresentante Numero1"), ("code", $"{code[..3]} {code[3..]}"));

        Assert.Equal(HttpStatusCode.Found, approved.StatusCode);
        var pdf = await _client.GetAsync(At($"{link}/text.pdf"));
        Assert.Equal("attachment", pdf.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", pdf.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("%PDF-1.4 testo congelato %%EOF", await pdf.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Given_a_replaced_link_then_it_explains_itself_and_one_press_sends_a_fresh_one()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);
        await Given.DoneAsync(Given.Lecco, new ReviseText(id, "quota da rivedere"));
        var superseded = await _client.GetStringAsync(At(link));
        Assert.Contains("il testo sta cambiando", superseded, StringComparison.Ordinal);
        Assert.Contains("quota da rivedere", superseded, StringComparison.Ordinal);
        await Given.DraftAsync(id, "Un testo nuovo");
        await Given.DoneAsync(Given.Lecco, await Given.RoundOfAsync(id, RoundKind.Working));

        Assert.Contains("Questo link è stato sostituito", await _client.GetStringAsync(At(link)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(At($"{link}/text.docx"))).StatusCode);
        await _client.PostFormAsync(link, "renew");

        Assert.Equal("firm1@mail.example", (await Given.MailAsync(id, 1, MailKinds.LinkRenewed)).To);
        Assert.Contains("Un testo nuovo", await _client.GetStringAsync(At(await LinkAsync(id, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_every_log_line_at_every_level_then_none_holds_the_token()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id, 1);

        await _client.GetAsync(At(link));
        await _client.PostFormAsync(link, "answer", ("name", "Qualcuno"));
        await _client.GetAsync(At($"{link}/text.docx"));
        await _client.GetAsync(At($"{link}/text.pdf"));
        await _client.GetAsync(At($"{link}/nowhere"));

        Assert.NotEmpty(_lines.All);
        Assert.DoesNotContain(_lines.All, line => line.Contains(link["/f/".Length..], StringComparison.Ordinal));
    }

    private async Task<string> LinkAsync(CaseId id, int place) => $"/f/{(await Given.FirmOpensAsync(id, place)).Token}";

    private async Task<string> RefusesAsync(string link, string[] codes, params (string Name, string Value)[] typed)
    {
        var answer = await _client.PostFormAsync(link, "answer", typed);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(codes, Html.Codes(html));
        return html;
    }

    // Every table that an opened page could touch.
    private Task<string> TracesAsync() => Given.ReadAsync(async db => string.Join(' ',
        await db.CaseEvents.CountAsync(), await db.Outbox.CountAsync(), await db.Operations.CountAsync(), await db.FirmLinks.CountAsync(),
        await db.FirmCodes.CountAsync(), await db.Cases.Select(c => c.Version).SingleAsync(), await db.WorkItems.CountAsync()));

    private void LogEverything(WebApplicationBuilder builder)
    {
        builder.Configuration["Logging:LogLevel:Default"] = "Trace";
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace";
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<ILoggerProvider>(_lines);
    }

    private static Uri At(string path) => new(path, UriKind.Relative);
}
