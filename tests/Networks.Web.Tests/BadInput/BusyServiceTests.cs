using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Faults;
using Networks.Data.Outbox;
using Networks.Web.Casework.RecordNote;
using Networks.Web.Drafting.OpenApprovalRound;
using Networks.Web.Tests.Mail;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.BadInput;

/// <summary>Input that is good while something of ours is not: another act does not end, no mail server answers.</summary>
public sealed class BusyServiceTests
{
    private const string Text = "hanno chiesto due rate";

    [Fact]
    public async Task Given_an_act_that_does_not_end_when_another_comes_then_503_says_when_to_come_back_and_the_text_stays()
    {
        var clock = new TimersAtOnce(Given.StartingClock());
        await using var desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var id = await desk.Given.CaseInDraftingAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var form = await OpenForm.AtAsync(client, RecordNoteLink.To(id.Value), "note");
        (string, string)[] note = [("outcome", "call-back"), ("channel", "Call"), ("text", Text)];
        var before = await desk.Given.FingerprintAsync();

        using (await desk.App.Services.GetRequiredService<WriteGate>().EnterAsync(TestContext.Current.CancellationToken))
        {
            var busy = await form.SendAsync(note);

            busy.Says(503, "Il servizio sta registrando altri atti e non ha potuto registrare il Suo in cinque secondi. Non è andato perso nulla: riprovi tra poco.").Keeps(Text);
            Assert.Equal("5", busy.Message.Headers.RetryAfter?.ToString());
            Assert.Contains(TimeSpan.FromSeconds(5), clock.Waited);
            Assert.Equal(before, await desk.Given.FingerprintAsync());
        }

        (await form.SendAsync(note)).IsDone();
        Assert.Equal(1, (await desk.Given.HistoryAsync(id)).Count(name => name == "casework.noted"));
    }

    [Fact]
    public async Task Given_no_mail_server_when_a_round_is_opened_then_it_is_open_and_its_mails_wait_and_leave_later()
    {
        var closed = new SmtpServer();
        var port = closed.Port;
        await closed.DisposeAsync();
        var transport = new Rewired(SmtpMailTransportTests.TransportTo(port));
        await using var desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IMailTransport>(transport));
        var id = await desk.Given.CaseInDraftingAsync();
        await desk.Given.DraftAsync(id);
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var form = await OpenForm.AtAsync(client, OpenApprovalRoundLink.To(id.Value), "open");

        (await form.SendAsync(("kind", "Working"), ("lastDay", "2026-03-24"), ("step", "send"))).IsDone();
        desk.Given.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync(desk);

        Assert.Equal(RoundStatus.Open, (await desk.Given.RoundAsync(id)).Status);
        Assert.Equal([OutboxStatus.Queued, OutboxStatus.Queued], await StatesAsync(desk));

        await using var back = new SmtpServer();
        transport.Now = SmtpMailTransportTests.TransportTo(back.Port);
        desk.Given.Clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync(desk);

        Assert.Equal(2, back.Taken.Count);
        Assert.Equal([OutboxStatus.Sent, OutboxStatus.Sent], await StatesAsync(desk));
    }

    private static Task<List<OutboxStatus>> StatesAsync(DeskApp desk) => desk.Given.ReadAsync(db => db.Outbox.Select(m => m.Status).ToListAsync());

    private static Task<int> SweepAsync(DeskApp desk) =>
        desk.App.Services.GetRequiredService<OutboxSender>().SendDueAsync(TestContext.Current.CancellationToken);

    /// <summary>A transport whose server can be exchanged while the service runs.</summary>
    private sealed class Rewired(IMailTransport now) : IMailTransport
    {
        public IMailTransport Now { get; set; } = now;

        public string? Off => Now.Off;

        public bool Keeps => Now.Keeps;

        public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Now.SendAsync(mail, cancellationToken);
    }
}
