using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.ReadBounces;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Mail;

/// <summary>Mail that was taken over and came back later: work for the desk, whatever else lies in the folder.</summary>
public sealed class BounceReaderTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-bounces-").FullName;
    private readonly ScriptedTransport _server = new();
    private Given _given = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton<IMailTransport>(_server).AddSingleton(new BounceFolder(_folder)));
        _case = await _given.RunningCaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _given.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_a_report_that_a_mail_did_not_arrive_then_the_desk_gets_a_task_with_the_servers_words_once()
    {
        var id = await SentAsync();
        Drop("1.eml", Report(id, "failed", "5.1.1", "smtp; 550 5.1.1 <vecchia@mail.example>:\n Recipient address rejected"));

        Assert.Equal(1, await ReadAsync());
        Drop("2.eml", Report(id, "failed", "5.1.1", "smtp; 550 again"));
        await ReadAsync();

        var mail = await MailAsync(id);
        Assert.Equal((OutboxStatus.Failed, "5.1.1 550 5.1.1 <vecchia@mail.example>: Recipient address rejected"), (mail.Status, mail.LastError));
        Assert.Equal(1, await _given.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith(MailSteps.MendMail) && i.Status == WorkItemStatus.Open)));
        Assert.Single(await _given.HistoryAsync(_case.Id), name => name == "mail.failed");
        Assert.Equal(["1.eml", "2.eml"], In("done"));
        Assert.Empty(In("."));
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("delivered", "2.0.0")]
    public async Task Given_a_report_of_a_delay_or_a_receipt_then_the_mail_stays_sent(string action, string status)
    {
        var id = await SentAsync();
        Drop("1.eml", Report(id, action, status, "smtp; later"));

        Assert.Equal(1, await ReadAsync());

        Assert.Equal(OutboxStatus.Sent, (await MailAsync(id)).Status);
        Assert.Equal(["1.eml"], In("done"));
    }

    [Fact]
    public async Task Given_a_notice_of_absence_that_quotes_us_or_a_broken_file_then_nothing_happens_and_it_lies_in_unknown()
    {
        var id = await SentAsync();
        Drop("absent.eml", $"From: titolare@mail.example\nAuto-Submitted: auto-replied\nContent-Type: text/plain\nIn-Reply-To: <{id:N}@networks>\n\nSono assente.\nAction: failed\nStatus: 5.0.0\n");
        Drop("empty.eml", "");
        Drop("noise.eml", string.Concat(Enumerable.Repeat("\0ÿ\r\n:", 1000)));
        Drop("huge.eml", Report(id, "failed", "5.1.1", "smtp; 550") + new string('x', 1024 * 1024));
        Drop("other.eml", Report(id, "failed", "5.1.1", "smtp; 550").Replace("@networks", "@elsewhere.example", StringComparison.Ordinal));

        Assert.Equal(0, await ReadAsync());

        Assert.Equal(OutboxStatus.Sent, (await MailAsync(id)).Status);
        Assert.Equal(5, In("unknown").Count);
    }

    [Fact]
    public async Task Given_a_mail_that_collected_two_cases_when_it_comes_back_then_each_of_its_parts_is_failed()
    {
        var ids = new List<Guid>();
        for (var n = 0; n < 3; n++)
        {
            ids.Add(await _given.QueuedMailAsync(_case.Id, n == 0 ? _case.Own : _case.Other, $"mail {n}"));
        }

        _given.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        var digest = await _given.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Kind == MailKinds.Digest));
        Directory.CreateDirectory(Path.Combine(_folder, "new"));
        Drop(Path.Combine("new", "1700000000.M1.host"), Report(digest.Id, "failed", "5.2.2", "smtp; 552 mailbox full"));

        await ReadAsync();

        Assert.All(await _given.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync()), m => Assert.Equal((OutboxStatus.Failed, "5.2.2 552 mailbox full"), (m.Status, m.LastError)));
        Assert.Equal(2, await _given.ReadAsync(db => db.WorkItems.CountAsync(i => i.Path.EndsWith(MailSteps.MendMail) && i.Status == WorkItemStatus.Open)));
    }

    private static string Report(Guid message, string action, string status, string diagnostic) => $"""
        From: MAILER-DAEMON@mail.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="b1"

        --b1
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; vecchia@mail.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: {diagnostic}

        --b1
        Content-Type: text/rfc822-headers

        Message-ID: <{message:N}@networks>
        --b1--

        """;

    private async Task<Guid> SentAsync()
    {
        var id = await _given.QueuedMailAsync(_case.Id, _case.Own);
        _given.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        return id;
    }

    private void Drop(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private List<string> In(string folder) =>
        [.. Directory.CreateDirectory(Path.Combine(_folder, folder)).EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);

    private Task<int> ReadAsync() => _given.Services.GetRequiredService<BounceReader>().ReadAsync(CancellationToken.None);

    private Task<OutboxMessage> MailAsync(Guid id) => _given.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));
}
