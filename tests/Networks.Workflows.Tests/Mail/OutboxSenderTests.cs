using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Mail;

public sealed class OutboxSenderTests : IAsyncLifetime
{
    private readonly ScriptedTransport _server = new();
    private Given _given = null!;

    // Each mail to a reader of its own: how many one reader gets is MailRulesTests' subject.
    private int _readers;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton<IMailTransport>(_server));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_two_mails_when_they_are_due_then_they_leave_oldest_first_and_once()
    {
        await QueueAsync("prima");
        _given.Clock.Advance(TimeSpan.FromSeconds(1));
        await QueueAsync("seconda");

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(["prima", "seconda"], _server.Handed.Select(m => m.Subject));
        Assert.All(await MailsAsync(), m => Assert.Equal((OutboxStatus.Sent, _given.Clock.GetUtcNow()), (m.Status, m.SentAt)));
    }

    [Fact]
    public async Task Given_a_mail_within_its_time_to_undo_when_swept_then_it_stays_and_leaves_afterwards()
    {
        await QueueAsync("aperta", wait: TimeSpan.FromSeconds(10));

        await SweepAsync();
        Assert.Empty(_server.Handed);

        _given.Clock.Advance(TimeSpan.FromSeconds(10));
        await SweepAsync();
        Assert.Single(_server.Handed);
    }

    [Fact]
    public async Task Given_a_server_that_says_later_when_the_tries_are_over_then_the_mail_is_parked_with_the_reason()
    {
        await QueueAsync("rinviata");
        _server.Answer = _ => new Delivery(DeliveryOutcome.TryLater, "451 later");

        var waits = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await SweepAsync();
            await SweepAsync();
            var mail = Assert.Single(await MailsAsync());
            waits.Add((mail.NotBefore - _given.Clock.GetUtcNow()).TotalMinutes);
            _given.Clock.Advance(TimeSpan.FromHours(3));
        }

        await SweepAsync();
        Assert.Equal([1, 5, 30, 120], waits[..4]);
        var parked = Assert.Single(await MailsAsync());
        Assert.Equal((OutboxStatus.Failed, 5, "451 later"), (parked.Status, parked.Attempts, parked.LastError));
        Assert.Equal(5, _server.Handed.Count);
        Assert.Single(_server.Handed.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task Given_a_poison_mail_when_it_breaks_the_transport_then_the_others_leave()
    {
        await QueueAsync("veleno");
        _given.Clock.Advance(TimeSpan.FromSeconds(1));
        await QueueAsync("buona");
        _server.Answer = mail => mail.Subject == "veleno" ? throw new FormatException("no") : Delivery.Done;

        await SweepAsync();

        Assert.Equal(["veleno Queued 1", "buona Sent 1"], (await MailsAsync()).Select(m => $"{m.Subject} {m.Status} {m.Attempts}"));
    }

    [Fact]
    public async Task Given_no_server_for_a_day_then_nothing_is_lost_nothing_is_parked_and_all_leave_when_it_is_back()
    {
        await QueueAsync("una");
        await QueueAsync("due");
        _server.Answer = _ => new Delivery(DeliveryOutcome.NoServer, "refused");
        for (var hour = 0; hour < 24; hour++)
        {
            await SweepAsync();
            _given.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.All(await MailsAsync(), m => Assert.Equal((OutboxStatus.Queued, 0), (m.Status, m.Attempts)));
        _server.Answer = _ => Delivery.Done;
        await SweepAsync();

        Assert.All(await MailsAsync(), m => Assert.Equal(OutboxStatus.Sent, m.Status));
    }

    [Fact]
    public async Task Given_sending_is_off_when_swept_then_nothing_is_claimed()
    {
        await QueueAsync("in attesa");
        _server.Off = "mail.off-no-host";

        await SweepAsync();

        Assert.Equal((OutboxStatus.Queued, 0, 0), (await MailsAsync()).Select(m => (m.Status, m.Attempts, m.Fence)).Single());
    }

    [Fact]
    public async Task Given_a_crash_after_the_servers_yes_when_the_lease_is_over_then_a_second_copy_has_the_same_message_id()
    {
        await QueueAsync("doppia");
        _server.Answer = _ => throw new OperationCanceledException();
        await Assert.ThrowsAsync<OperationCanceledException>(SweepAsync);
        _server.Answer = _ => Delivery.Done;

        await SweepAsync();
        Assert.Single(_server.Handed);

        _given.Clock.Advance(TimeSpan.FromMinutes(5));
        await SweepAsync();
        Assert.Equal(2, _server.Handed.Count);
        Assert.Equal(_server.Handed[0].MessageId, _server.Handed[1].MessageId);
        Assert.Equal(OutboxStatus.Sent, (await MailsAsync()).Single().Status);
    }

    [Fact]
    public async Task Given_a_mail_that_ends_the_service_at_every_try_then_it_is_parked_and_not_handed_over_again()
    {
        await QueueAsync("mortale");
        _server.Answer = _ => throw new OperationCanceledException();
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<OperationCanceledException>(SweepAsync);
            _given.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await SweepAsync();

        Assert.Equal(5, _server.Handed.Count);
        var parked = Assert.Single(await MailsAsync());
        Assert.Equal((OutboxStatus.Failed, Words.Say("mail.ended-midway")), (parked.Status, parked.LastError));
    }

    [Fact]
    public async Task Given_two_senders_at_once_then_each_mail_leaves_once()
    {
        for (var i = 0; i < 20; i++)
        {
            await QueueAsync($"mail {i}");
        }

        await Task.WhenAll(SweepAsync(), SweepAsync(), SweepAsync());

        Assert.Equal(20, _server.Handed.Count);
        Assert.Equal(20, _server.Handed.Select(m => m.MessageId).Distinct().Count());
    }

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);

    private Task QueueAsync(string subject, TimeSpan wait = default) => _given.WriteAsync(db =>
    {
        db.Add(new OutboxMessage(Ids.New(_given.Clock), "test.mail", $"persona{++_readers}@mail.example", subject, "testo", _given.Clock.GetUtcNow()) { NotBefore = _given.Clock.GetUtcNow() + wait });
        return Task.CompletedTask;
    });

    private Task<List<OutboxMessage>> MailsAsync() => _given.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync());
}
