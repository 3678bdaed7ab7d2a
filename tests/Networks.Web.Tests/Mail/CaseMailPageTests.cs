using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Outbox;
using Networks.Web.Mail.CaseMail;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Mail;

public sealed class CaseMailPageTests : IAsyncLifetime
{
    private readonly SmtpServer _server = new();
    private DeskApp _app = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IMailTransport>(SmtpMailTransportTests.TransportTo(_server.Port)));
        _case = await _app.Given.RunningCaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_refused_mail_when_it_is_sent_again_after_the_mailbox_was_corrected_then_it_arrives_there()
    {
        var mail = await RefusedAsync();
        using var client = await _app.ClientAsync(_app.Given.Lecco);
        Assert.Contains("no such user", await client.GetStringAsync(Page), StringComparison.Ordinal);

        _server.Manner = SmtpManner.TakeOver;
        Assert.Equal(HttpStatusCode.Found, (await client.PostFormAsync(Page.OriginalString, $"resend-{mail}")).StatusCode);
        _app.Given.Clock.Advance(TimeSpan.FromSeconds(10));
        await SweepAsync();

        Assert.Contains("firm1@mail.example", Assert.Single(_server.Taken), StringComparison.Ordinal);
        Assert.DoesNotContain($"form-resend-{mail}", await client.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_mail_that_waits_for_the_week_to_have_room_then_the_page_says_until_when_and_a_call_settles_it()
    {
        for (var n = 1; n <= 3; n++)
        {
            _app.Given.Clock.Advance(TimeSpan.FromMinutes(1));
            await _app.Given.QueuedMailAsync(_case.Id, _case.Own, $"mail {n}");
            _app.Given.Clock.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync();
        }

        using var client = await _app.ClientAsync(_app.Given.Lecco);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Page));
        var held = await _app.Given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Status == OutboxStatus.Queued));
        Assert.Equal(HttpStatusCode.Found, (await client.PostFormAsync(Page.OriginalString, $"phone-{held.Id}")).StatusCode);

        Assert.Equal("mail 3", held.Subject);
        Assert.Contains("Trattenuta fino al 17/03/2026 12:02: questa persona ha già avuto le mail della settimana", page, StringComparison.Ordinal);
        Assert.Equal(OutboxStatus.Dropped, await _app.Given.ReadAsync(db => db.Outbox.Where(m => m.Id == held.Id).Select(m => m.Status).SingleAsync()));
        Assert.Equal(2, _server.Taken.Count);
    }

    [Fact]
    public async Task Given_a_mail_that_waits_when_it_is_undone_then_it_is_dropped_and_the_button_is_gone()
    {
        var mail = await _app.Given.QueuedMailAsync(_case.Id, _case.Own);
        using var client = await _app.ClientAsync(_app.Given.Lecco);
        var page = await client.GetStringAsync(Page);

        Assert.Equal(HttpStatusCode.Found, (await client.PostFormAsync(Page.OriginalString, $"drop-{mail}")).StatusCode);

        Assert.Contains($"form-drop-{mail}", page, StringComparison.Ordinal);
        Assert.Equal(OutboxStatus.Dropped, await _app.Given.ReadAsync(db => db.Outbox.Where(m => m.Id == mail).Select(m => m.Status).SingleAsync()));
        Assert.DoesNotContain($"form-drop-{mail}", await client.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_mails_of_a_case_then_axe_finds_nothing_on_desk_and_phone()
    {
        await RefusedAsync();
        await _app.Given.QueuedMailAsync(_case.Id, _case.Other, "Sollecito: il testo aspetta la Sua risposta");
        foreach (var width in new[] { 1280, 360 })
        {
            var page = await _app.PageAsync(_app.Given.Lecco, width);
            await page.GotoAsync(Page.OriginalString);
            await page.AssertAccessibleAsync();
            await page.PictureAsync($"case-mail-{width}");
        }
    }

    private Uri Page => new(CaseMailLink.To(_case.Id), UriKind.Relative);

    private async Task<Guid> RefusedAsync()
    {
        var mail = await _app.Given.QueuedMailAsync(_case.Id, _case.Own);
        _server.Manner = SmtpManner.RefuseRecipient;
        _app.Given.Clock.Advance(TimeSpan.FromSeconds(10));
        await SweepAsync();
        return mail;
    }

    private Task<int> SweepAsync() => _app.App.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);
}
