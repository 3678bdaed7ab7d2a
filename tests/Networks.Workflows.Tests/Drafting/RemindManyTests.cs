using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.RemindFirms;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class RemindManyTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _one;
    private CaseId _quiet;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _one = await _given.DraftingCaseAsync(2);
        await _given.RoundAsync(_one, RoundKind.Working);
        _quiet = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 71));
        _given.Clock.Advance(TimeSpan.FromDays(8));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_chosen_networks_when_the_reminders_are_looked_at_then_each_recipient_is_listed_and_no_mail_is_made()
    {
        var report = await LookAsync();

        Assert.Equal(["Alfa 1 Srl", "Alfa 2 Srl"], report.Rows[0].Mails.Select(m => m.To));
        Assert.Equal("drafting.no-open-round", report.Rows[1].Code);
        Assert.Equal(0, await RemindersAsync());
    }

    [Fact]
    public async Task Given_the_preview_when_a_firm_of_it_is_left_out_then_only_the_named_ones_are_written_to()
    {
        var named = (await LookAsync()).Rows[0].Mails[0].Firm!.Value;

        var done = await _given.DoneAsync(_given.Lecco, new RemindMany(Number(), [_one], [named], Confirmed: true));

        Assert.Equal(named, Assert.Single(Assert.Single(done.Rows).Mails).Firm);
        Assert.Equal(1, await RemindersAsync());
    }

    [Fact]
    public async Task Given_reminders_in_their_ten_seconds_when_all_are_taken_back_then_none_leaves()
    {
        var named = (await LookAsync()).Rows[0].Mails.Select(m => m.Firm!.Value).ToList();
        await _given.DoneAsync(_given.Lecco, new RemindMany(Number(), [_one, _quiet], named, Confirmed: true));

        var back = await _given.DoneAsync(_given.Lecco, new WithdrawManyReminders(Number(), [_one, _quiet], Confirmed: true));

        Assert.Equal([null, "drafting.nothing-queued"], back.Rows.Select(r => r.Code));
        Assert.Equal(0, await RemindersAsync());
    }

    [Fact]
    public async Task Given_a_confirmation_that_names_nobody_then_nobody_is_written_to() =>
        Assert.Equal("drafting.nobody-to-remind", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new RemindMany(Number(), [_one], [], Confirmed: true))).Refusal?.Code);

    [Fact]
    public async Task Given_a_desk_that_only_follows_a_firm_then_the_row_says_that_it_may_not()
    {
        var report = await _given.DoneAsync(_given.Monza, new RemindMany(Number(), [_one], [], Confirmed: false));

        Assert.Equal("common.not-found", Assert.Single(report.Rows).Code);
    }

    private Task<BulkReport> LookAsync() => _given.DoneAsync(_given.Lecco, new RemindMany(Number(), [_one, _quiet], [], Confirmed: false));

    private Guid Number() => Guid.CreateVersion7(_given.Clock.GetUtcNow());

    private Task<int> RemindersAsync() => _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder && m.Status == OutboxStatus.Queued));
}
