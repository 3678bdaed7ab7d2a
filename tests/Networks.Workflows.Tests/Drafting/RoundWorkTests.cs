using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.AnswerObjection;
using Networks.Workflows.Drafting.AnswerTalk;
using Networks.Workflows.Drafting.AskToTalk;
using Networks.Workflows.Drafting.ExtendRound;
using Networks.Workflows.Drafting.GoOnWithout;
using Networks.Workflows.Drafting.ObjectToClause;
using Networks.Workflows.Drafting.RecordAnswerOtherwise;
using Networks.Workflows.Drafting.RemindFirms;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Drafting.ShowFirmPage;
using Networks.Workflows.Drafting.ShowRound;
using Networks.Workflows.Drafting.WithdrawReminders;
using Networks.Workflows.Documents;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Drafting;

public sealed class RoundWorkTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_silent_firms_when_they_are_reminded_then_each_gets_one_mail_and_the_link_before_stays_good()
    {
        var id = await _given.CaseInRoundAsync(firms: 3);
        await _given.ApproveAsync(id, 1);
        var before = await _given.FirmOpensAsync(id, 2);

        var reminded = await RemindAsync(id);

        Assert.Equal(2, reminded.Sent);
        Assert.Equal(2, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder)));
        await _given.FirmOpensAsync(id, before.Token, 2);
        Assert.Equal(FirmPageState.Decide, (await _given.SendAsync(new ShowFirmPage(id, before.Token))).Value.State);
    }

    [Fact]
    public async Task Given_two_mails_this_week_then_the_firm_is_not_reminded_and_the_page_says_so()
    {
        var id = await _given.CaseInRoundAsync();
        await RemindAsync(id);

        _given.Actor = Actor.Of(_given.Lecco);
        var again = await _given.SendAsync(new RemindFirms(id, [await _given.ParticipantAsync(id, 1)]));

        Assert.Equal("drafting.nobody-to-remind", again.Refusal?.Code);
        var row = (await _given.DoneAsync(_given.Lecco, new ShowRound(id))).Firms[0];
        Assert.Equal((1, 2, false), (row.RemindersSent, row.MailsThisWeek, row.MayRemind));
    }

    [Fact]
    public async Task Given_three_reminders_in_a_round_then_there_is_no_fourth()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        await _given.DoneAsync(_given.Lecco, (await _given.RoundOfAsync(id, RoundKind.Working)) with { LastDay = new DateOnly(2026, 5, 29) });
        var sent = new List<int>();
        for (var week = 1; week <= 4; week++)
        {
            _given.Clock.Advance(TimeSpan.FromDays(8));
            _given.Actor = Actor.Of(_given.Lecco);
            var answer = await _given.SendAsync(new RemindFirms(id, [await _given.ParticipantAsync(id, 1)]));
            sent.Add(answer.Ok ? answer.Value.Sent : 0);
        }

        Assert.Equal([1, 1, 1, 0], sent);
    }

    [Fact]
    public async Task Given_reminders_in_their_ten_seconds_when_they_are_taken_back_then_they_never_leave()
    {
        var id = await _given.CaseInRoundAsync();
        await RemindAsync(id);

        Assert.Equal(2, (await _given.DoneAsync(_given.Lecco, new WithdrawReminders(id))).Count);
        Assert.Equal(0, (await _given.DoneAsync(_given.Lecco, new ShowRound(id))).Firms[0].RemindersSent);

        await RemindAsync(id);
        _given.Clock.Advance(TimeSpan.FromSeconds(10));
        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal("drafting.nothing-queued", (await _given.SendAsync(new WithdrawReminders(id))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_the_reminder_timer_fires_then_the_mail_goes_to_the_silent_firm_only_within_the_budget()
    {
        var id = await _given.CaseInRoundAsync();
        var before = await _given.ReadAsync(db => db.Timers.Where(t => t.Kind == TimerKind.Reminder).Select(t => t.Id).ToListAsync());
        _given.Clock.GoTo(new DateOnly(2026, 3, 17));

        await FireAsync(id, before[0]);
        Assert.Equal(1, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder)));
        Assert.Contains("drafting.firm-reminded", await _given.HistoryAsync(id));

        await RemindAsync(id);
        await RemindAsync(id);
        await FireAsync(id, before[1]);
        Assert.Contains("drafting.reminder-held", await _given.HistoryAsync(id));
        Assert.Equal(4, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.Reminder)));
    }

    [Fact]
    public async Task Given_an_objection_when_the_desk_explains_then_the_firm_is_asked_again_and_its_yes_ends_the_round()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);
        var firm = await _given.FirmOpensAsync(id, 2);
        await _given.SendAsync(new ObjectToClause(id, firm.Token, firm.Round, firm.Name, "3", "Troppo"));

        await _given.DoneAsync(_given.Lecco, new AnswerObjection(id, await _given.ParticipantAsync(id, 2), "La quota si versa in due rate."));

        Assert.Contains("answer-objection Done asked-again", await _given.TasksAsync(id));
        Assert.Contains("due rate", (await _given.MailAsync(id, 2, MailKinds.AskedAgain)).Body, StringComparison.Ordinal);
        await _given.ApproveAsync(id, 2);
        Assert.Equal(RoundStatus.Closed, (await _given.RoundAsync(id)).Status);
    }

    [Fact]
    public async Task Given_a_wish_to_talk_when_the_desk_has_called_then_the_firm_is_asked_again()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmOpensAsync(id, 1);
        await _given.SendAsync(new AskToTalk(id, firm.Token, firm.Round, firm.Name, null));

        await _given.DoneAsync(_given.Lecco, new AnswerTalk(id, await _given.ParticipantAsync(id, 1), "Come detto al telefono"));

        Assert.Contains("call-firm Done asked-again", await _given.TasksAsync(id));
        Assert.Equal(2, (await _given.TasksAsync(id)).Count(t => t == "decide-on-text Open"));
    }

    [Fact]
    public async Task Given_a_revision_then_the_approvals_are_superseded_and_the_desk_prepares_the_next_text()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);

        await _given.DoneAsync(_given.Lecco, new ReviseText(id, "quota da rivedere"));

        Assert.Equal(RoundStatus.Superseded, (await _given.RoundAsync(id)).Status);
        Assert.Contains("decide-on-text Superseded text-changed", await _given.TasksAsync(id));
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id))[^1]);
        await _given.FirmOpensAsync(id, 1);
        var page = (await _given.SendAsync(new ShowFirmPage(id, (await _given.FirmOpensAsync(id, 1)).Token))).Value;
        Assert.Equal((FirmPageState.Superseded, "quota da rivedere"), (page.State, page.Revised));
    }

    [Fact]
    public async Task Given_silence_past_the_last_day_when_the_round_is_extended_then_the_firms_may_answer_again()
    {
        var id = await _given.CaseInRoundAsync();
        var deadline = await _given.ReadAsync(db => db.Timers.Where(t => t.Kind == TimerKind.Deadline).Select(t => t.Id).SingleAsync());
        _given.Clock.GoTo(new DateOnly(2026, 3, 25));
        await FireAsync(id, deadline);
        Assert.Contains("decide-on-silence Open", await _given.TasksAsync(id));

        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal("drafting.round-last-day-wrong", (await _given.SendAsync(new ExtendRound(id, new DateOnly(2026, 3, 25)))).Refusal?.Code);
        await _given.DoneAsync(_given.Lecco, new ExtendRound(id, new DateOnly(2026, 4, 1)));

        Assert.Contains("decide-on-silence Done extended", await _given.TasksAsync(id));
        Assert.True((await _given.ApproveAsync(id, 1)).Ok);
    }

    [Fact]
    public async Task Given_a_silent_firm_when_the_network_goes_on_without_it_then_the_text_must_be_made_anew()
    {
        var id = await _given.CaseInRoundAsync(firms: 3);
        await _given.ApproveAsync(id, 2);
        var silent = await _given.ParticipantAsync(id, 1);

        await _given.DoneAsync(_given.Lecco, new GoOnWithout(id, silent, "non risponde da un mese"));

        Assert.Null(await _given.ReadAsync(db => db.EnterpriseNetworks.Where(n => n.CaseId == id).Select(n => n.ReferenceEnterprise).SingleAsync()));
        Assert.Equal(ParticipantStatus.Left, await _given.ReadAsync(db => db.Participants.Where(p => p.Id == silent).Select(p => p.Status).SingleAsync()));
        Assert.Equal(RoundStatus.Superseded, (await _given.RoundAsync(id)).Status);
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id))[^1]);
        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal("drafting.round-version-superseded", (await _given.SendAsync(await _given.RoundOfAsync(id, RoundKind.Working))).Refusal?.Code);
        await _given.DraftAsync(id, "Senza la prima impresa");
        Assert.True((await _given.SendAsync(await _given.RoundOfAsync(id, RoundKind.Working))).Ok);
    }

    [Fact]
    public async Task Given_a_firm_that_joins_in_a_working_round_then_it_is_asked_by_a_mail_of_its_own_and_the_round_waits_for_it()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.FirmAsync(_given.Lecco, 3);
        var joining = ParticipantId.New(_given.Clock);
        await _given.WriteAsync(db =>
        {
            db.Add(new Participant(joining, id, firm, _given.Lecco.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = 3 });
            return Task.CompletedTask;
        });

        await _given.InEngineAsync(id, (engine, @case) => engine.SignalAsync(@case, CaseSignals.FirmJoins, joining.Value, default));

        await _given.ApproveAsync(id, 1);
        await _given.ApproveAsync(id, 2);
        Assert.Equal(RoundStatus.Open, (await _given.RoundAsync(id)).Status);
        Assert.True((await _given.ApproveAsync(id, 3)).Ok);
        Assert.Equal(RoundStatus.Closed, (await _given.RoundAsync(id)).Status);
    }

    [Fact]
    public async Task Given_an_answer_by_certified_mail_then_it_counts_with_its_mark_and_the_firm_gets_a_receipt()
    {
        var id = await _given.CaseInRoundAsync(RoundKind.Final);
        var firm = await _given.ParticipantAsync(id, 1);
        _given.Actor = Actor.Of(_given.Lecco);
        var byPhone = new RecordAnswerOtherwise(id, firm, FirmDecision.Approved, AnswerChannel.Phone, null, null, null, "parlato con il titolare");

        Assert.Equal("drafting.phone-is-no-final-approval", (await _given.SendAsync(byPhone)).Refusal?.Code);
        Assert.True((await _given.SendAsync(byPhone with { Channel = AnswerChannel.CertifiedMail, Proof = "PEC del 9 marzo" })).Ok);

        var row = (await _given.DoneAsync(_given.Lecco, new ShowRound(id))).Firms[0];
        Assert.Equal((FirmDecision.Approved, AnswerChannel.CertifiedMail), (row.Decision, row.Channel!.Value));
        Assert.NotNull(await _given.MailAsync(id, 1, MailKinds.Receipt));
    }

    [Fact]
    public async Task Given_a_changed_text_then_the_firm_sees_what_changed_since_it_answered()
    {
        var id = await _given.CaseInRoundAsync();
        await _given.ApproveAsync(id, 1);
        await _given.DoneAsync(_given.Lecco, new ReviseText(id, "quota"));
        await _given.DraftAsync(id, [.. Given.ContractLines[..^1], "Ciascuna impresa versa 4.000 euro.", "Art. 4 - Recesso", "Sei mesi di preavviso."]);
        await _given.DoneAsync(_given.Lecco, await _given.RoundOfAsync(id, RoundKind.Working));

        var first = (await _given.SendAsync(new ShowFirmPage(id, (await _given.FirmOpensAsync(id, 1)).Token))).Value;
        var second = (await _given.SendAsync(new ShowFirmPage(id, (await _given.FirmOpensAsync(id, 2)).Token))).Value;

        Assert.Equal(1, first.Changes!.Since);
        Assert.Equal([(ClauseChangeKind.Changed, 3), (ClauseChangeKind.Added, 4)], first.Changes.Changes.Select(c => (c.Kind, c.Number!.Value)));
        Assert.Null(second.Changes);
        Assert.Equal(4, second.Clauses.Count);
    }

    private async Task<FirmsReminded> RemindAsync(CaseId id)
    {
        var silent = (await _given.DoneAsync(_given.Lecco, new ShowRound(id))).Remindable;
        return await _given.DoneAsync(_given.Lecco, new RemindFirms(id, [.. silent.Select(f => f.Participant)]));
    }

    private Task FireAsync(CaseId id, Guid timer) => _given.InEngineAsync(id, (engine, @case) => engine.FireAsync(@case, timer, default));
}
