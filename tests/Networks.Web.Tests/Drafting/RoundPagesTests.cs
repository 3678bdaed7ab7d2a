using System.Net;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Outbox;
using Networks.Web.Tests.Support;
using Networks.Workflows.Drafting.ObjectToClause;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Drafting;

public sealed class RoundPagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private HttpClient _client = null!;

    private Given Given => _desk.Given;

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
    public async Task Given_a_text_when_the_round_is_prepared_then_every_recipient_and_the_mail_are_shown_and_nothing_is_sent()
    {
        var id = await Given.CaseInDraftingAsync(3);
        await Given.DraftAsync(id);

        var html = await _client.GetStringAsync(At(Open(id)));

        Assert.All(Enumerable.Range(1, 3), n => Assert.Contains($"firm{n}@mail.example", html, StringComparison.Ordinal));
        Assert.Contains("Invia a 3", html, StringComparison.Ordinal);
        Assert.Contains("Rete Prova: il testo da approvare", html, StringComparison.Ordinal);
        Assert.Equal(0, await Given.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Given_the_prepared_round_when_it_is_sent_then_it_is_open_and_the_preview_alone_opens_nothing()
    {
        var id = await Given.CaseInDraftingAsync();
        await Given.DraftAsync(id);
        (string, string)[] typed = [("kind", "Working"), ("lastDay", "2026-03-24"), ("message", "Ci leggiamo presto")];

        var preview = await _client.PostFormAsync(Open(id), "open", [.. typed, ("step", "preview")]);
        Assert.Contains("Ci leggiamo presto", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Given.ReadAsync(db => db.ApprovalRounds.CountAsync()));
        var sent = await _client.PostFormAsync(Open(id), "open", [.. typed, ("step", "send")]);

        Assert.EndsWith(Round(id), sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var html = await _client.GetStringAsync(At(Round(id)));
        Assert.Contains("Rete Prova: giro 1, 0 sì su 2", html, StringComparison.Ordinal);
        Assert.Contains("Giro 1 aperto: 2 mail in coda", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_one_firm_only_when_the_round_is_prepared_then_the_page_says_why_and_has_no_button()
    {
        var id = await Given.CaseInDraftingAsync(1);
        await Given.DraftAsync(id);

        var html = await _client.GetStringAsync(At(Open(id)));

        Assert.Contains("data-obstacle=\"drafting.round-one-firm-only\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("form-open", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_officers_own_pdf_when_the_final_round_opens_then_its_bytes_are_frozen_and_no_other_file_is_taken()
    {
        var id = await Given.CaseInDraftingAsync();
        await Given.DraftAsync(id);

        var wrong = await PostFinalAsync(id, "nessun PDF"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["documents.not-pdf"], Html.Codes(await wrong.Content.ReadAsStringAsync()));
        var sent = await PostFinalAsync(id, "%PDF-1.7 atto %%EOF"u8.ToArray());

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var frozen = await Given.ReadAsync(db => db.Drafts.Select(d => d.FrozenHash).SingleAsync());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("%PDF-1.7 atto %%EOF"u8)), frozen);
        Assert.Contains(frozen![..12], await _client.GetStringAsync(At(Round(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_silent_firms_when_the_panel_is_opened_then_nothing_goes_and_sent_reminders_can_be_taken_back()
    {
        var id = await Given.CaseInRoundAsync(firms: 3);
        await Given.ApproveAsync(id, 1);

        var panel = await _client.GetStringAsync(At($"{Round(id)}?remind=1"));
        Assert.Contains("Invia 2", panel, StringComparison.Ordinal);
        Assert.Contains("Rete Prova: aspettiamo la Sua risposta", panel, StringComparison.Ordinal);
        Assert.Equal(0, await RemindersAsync(OutboxStatus.Queued));
        await SendRemindersAsync(id);
        Assert.Equal(2, await RemindersAsync(OutboxStatus.Queued));

        Assert.Contains("2 solleciti stanno per partire", await _client.GetStringAsync(At(Round(id))), StringComparison.Ordinal);
        await _client.PostFormAsync(Round(id), "withdraw");

        Assert.Equal((0, 2), (await RemindersAsync(OutboxStatus.Queued), await RemindersAsync(OutboxStatus.Dropped)));
    }

    [Fact]
    public async Task Given_an_objection_then_the_desk_reads_it_with_its_article_and_answers()
    {
        var id = await Given.CaseInRoundAsync();
        var firm = await Given.FirmOpensAsync(id, 1);
        await Given.SendAsync(new ObjectToClause(id, firm.Token, firm.Round, firm.Name, "3", "Due rate invece di una"));

        var html = WebUtility.HtmlDecode(await _client.GetStringAsync(At(Round(id))));
        Assert.Contains("non è d'accordo, art. 3", html, StringComparison.Ordinal);
        Assert.Contains("Due rate invece di una", html, StringComparison.Ordinal);
        var page = $"{Round(id)}/firms/{(await Given.ParticipantAsync(id, 1)).Value}";
        var answered = await _client.PostFormAsync(page, "answer", ("words", "Le rate sono due, art. 3 comma 2."));

        Assert.Equal(HttpStatusCode.Found, answered.StatusCode);
        Assert.Contains("comma 2", (await Given.MailAsync(id, 1, MailKinds.AskedAgain)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_round_when_it_is_extended_or_revised_then_the_page_says_so()
    {
        var id = await Given.CaseInRoundAsync();

        var wrong = await _client.PostFormAsync(Round(id), "extend", ("lastDay", "2026-03-29"));
        Assert.Equal(["drafting.round-last-day-wrong"], Html.Codes(await wrong.Content.ReadAsStringAsync()));
        await _client.PostFormAsync(Round(id), "extend", ("lastDay", "2026-03-31"));
        Assert.Equal(new DateOnly(2026, 3, 31), (await Given.RoundAsync(id)).LastDay);
        await _client.PostFormAsync(Round(id), "revise", ("reason", "quota da rivedere"));

        Assert.Contains("giro 1 superato", await _client.GetStringAsync(At(Round(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_desk_that_has_nothing_to_do_with_the_case_then_the_round_is_not_there()
    {
        var id = await Given.CaseInRoundAsync();
        using var como = await _desk.ClientAsync(Given.Como);
        var firm = (await Given.ParticipantAsync(id, 1)).Value;

        foreach (var path in new[] { Round(id), Open(id), $"{Round(id)}/firms/{firm}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await como.GetAsync(At(path))).StatusCode);
        }
    }

    private static string Open(CaseId id) => $"/networks/{id.Value}/round/open";

    private static string Round(CaseId id) => $"/networks/{id.Value}/round";

    private static Uri At(string path) => new(path, UriKind.Relative);

    private Task<int> RemindersAsync(OutboxStatus status) => Given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder && m.Status == status));

    private Task<HttpResponseMessage> SendRemindersAsync(CaseId id) => _client.PostFormAsync($"{Round(id)}?remind=1", "remind");

    private async Task<HttpResponseMessage> PostFinalAsync(CaseId id, byte[] pdf)
    {
        var html = await _client.GetStringAsync(At(Open(id)));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Html.HiddenFields(html, "open").Concat([("kind", "Final"), ("lastDay", "2026-03-24"), ("step", "send")]))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(pdf), "pdf", "atto.pdf");
        return await _client.PostAsync(At(Open(id)), content);
    }
}
