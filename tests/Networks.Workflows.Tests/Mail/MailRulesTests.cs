using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Mail;

/// <summary>How much mail a person gets and when: the week's budget, one mail for several, quiet times, and what none of it touches.</summary>
public sealed class MailRulesTests : IAsyncLifetime
{
    private const string Reader = "titolare@mail.example";

    private readonly ScriptedTransport _server = new();
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton<IMailTransport>(_server));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_two_mails_this_week_when_more_are_queued_then_they_wait_for_the_week_to_have_room_and_leave_as_one()
    {
        var firm = await FirmAsync();
        await SentAsync(firm, "una");
        _given.Clock.Advance(TimeSpan.FromHours(1));
        await SentAsync(firm, "due");
        await QueueAsync(MailKinds.AskedAgain, firm, "tre");
        await QueueAsync(MailKinds.Reminder, firm, "quattro");

        await SweepAsync();
        Assert.All(await WaitingAsync(), m => Assert.Equal((HoldReasons.Budget, new DateTimeOffset(2026, 3, 17, 11, 0, 0, TimeSpan.Zero)), (m.HeldFor, m.NotBefore)));
        _given.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal(["una", "due", "2 messaggi sulle Sue reti d'impresa"], _server.Handed.Select(m => m.Subject));
        var one = _server.Handed[^1];
        Assert.Contains("1. tre\n2. quattro\n", one.Body, StringComparison.Ordinal);
        Assert.Contains("testo di tre", one.Body, StringComparison.Ordinal);
        Assert.Contains("testo di quattro", one.Body, StringComparison.Ordinal);
        var parts = await _given.ReadAsync(db => db.Outbox.Where(m => m.DigestId != null).ToListAsync());
        Assert.All(parts, m => Assert.Equal((OutboxStatus.Merged, _given.Clock.GetUtcNow()), (m.Status, m.SentAt)));
    }

    [Fact]
    public async Task Given_more_mails_than_the_week_has_room_for_when_they_are_due_together_then_they_leave_at_once_as_one()
    {
        var firm = await FirmAsync();
        foreach (var subject in (string[])["una", "due", "tre"])
        {
            await QueueAsync(MailKinds.RoundOpened, firm, subject);
        }

        await SweepAsync();

        Assert.Equal(["3 messaggi sulle Sue reti d'impresa"], _server.Handed.Select(m => m.Subject));
        Assert.Equal(1, (await UsedAsync())[Reader]);
    }

    [Fact]
    public async Task Given_a_budget_that_is_used_and_a_night_then_codes_receipts_and_terms_of_law_leave_at_once_and_do_not_count()
    {
        var firm = await FirmAsync();
        await SentAsync(firm, "una");
        await SentAsync(firm, "due");
        _given.Clock.Advance(TimeSpan.FromHours(11));
        foreach (var kind in (string[])[MailKinds.Code, MailKinds.Receipt, MailKinds.LinkRenewed, MailKinds.Invitation, "registration.effect-confirmed", "follow-up.duty"])
        {
            await QueueAsync(kind, firm, kind);
        }

        await SweepAsync();

        Assert.Equal(8, _server.Handed.Count);
        Assert.Equal(2, (await UsedAsync())[Reader]);
    }

    [Fact]
    public async Task Given_a_saturday_when_a_round_is_opened_then_its_mail_waits_for_monday_morning_and_can_still_be_dropped()
    {
        var firm = await FirmAsync();
        _given.Clock.GoTo(new DateOnly(2026, 3, 14));
        var mail = await QueueAsync(MailKinds.RoundOpened, firm, "una");

        await SweepAsync();
        var held = Assert.Single(await WaitingAsync());
        Assert.Equal((mail, HoldReasons.Quiet, new DateTimeOffset(2026, 3, 16, 6, 0, 0, TimeSpan.Zero), 0), (held.Id, held.HeldFor, held.NotBefore, held.Attempts));
        Assert.Empty(_server.Handed);

        _given.Clock.Advance(held.NotBefore - _given.Clock.GetUtcNow());
        await SweepAsync();
        Assert.Single(_server.Handed);
    }

    [Fact]
    public async Task Given_an_officer_past_the_budget_then_what_exceeds_leaves_as_one_the_next_morning()
    {
        for (var n = 1; n <= 2; n++)
        {
            await QueueAsync("intake.firm-asked", null, $"richiesta {n}", _given.Lecco.Email);
            await SweepAsync();
        }

        await QueueAsync("intake.firm-asked", null, "richiesta 3", _given.Lecco.Email);
        await QueueAsync("intake.firm-asked", null, "richiesta 4", _given.Lecco.Email);
        await SweepAsync();
        Assert.Equal(2, _server.Handed.Count);

        _given.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.Equal("2 messaggi sulle Sue reti d'impresa", _server.Handed[^1].Subject);
    }

    [Fact]
    public async Task Given_thirty_networks_that_write_to_one_person_for_weeks_then_no_week_has_more_than_two_and_nothing_is_lost()
    {
        var firm = await FirmAsync();
        var random = new Random(20260310);
        for (var hour = 0; hour < 24 * 45; hour += 5)
        {
            _given.Clock.Advance(TimeSpan.FromHours(5));
            for (var n = random.Next(-6, 3); n > 0; n--)
            {
                await QueueAsync(MailKinds.RoundOpened, firm, $"rete {random.Next(1, 31)} del {hour}");
            }

            await SweepAsync();
        }

        _given.Clock.Advance(TimeSpan.FromDays(10));
        await SweepAsync();
        var all = await _given.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        var left = all.Where(m => m.Status == OutboxStatus.Sent).Select(m => m.SentAt!.Value).Order().ToList();
        Assert.True(left.Count > 8, $"{left.Count} mails");
        Assert.DoesNotContain(left.Zip(left.Skip(MailBudget.PerWeek)), pair => pair.Second - pair.First < MailBudget.Week);
        Assert.All(left, at => Assert.Equal(at, QuietTimes.Standard.Opening(at, "it")));
        Assert.DoesNotContain(all, m => m.Status == OutboxStatus.Queued);
        Assert.All(all.Where(m => m.Status == OutboxStatus.Merged), m => Assert.Contains(_server.Handed, h => h.Body.Contains(m.Body, StringComparison.Ordinal)));
    }

    private async Task<ParticipantId> FirmAsync() => (await _given.RunningCaseAsync()).Own;

    private async Task SentAsync(ParticipantId firm, string subject)
    {
        await QueueAsync(MailKinds.RoundOpened, firm, subject);
        await SweepAsync();
    }

    private async Task<Guid> QueueAsync(string kind, ParticipantId? firm, string subject, string reader = Reader)
    {
        var mail = new OutboxMessage(Ids.New(_given.Clock), kind, reader, subject, $"testo di {subject}", _given.Clock.GetUtcNow()) { ParticipantId = firm };
        await _given.WriteAsync(db =>
        {
            db.Add(mail);
            return Task.CompletedTask;
        });
        return mail.Id;
    }

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);

    private Task<List<OutboxMessage>> WaitingAsync() => _given.ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.Status == OutboxStatus.Queued).ToListAsync());

    private Task<IReadOnlyDictionary<string, int>> UsedAsync() =>
        _given.ReadAsync(db => MailBudget.UsedAsync(db, [Reader], _given.Clock.GetUtcNow(), CancellationToken.None));
}
