using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.DropMail;
using Networks.Workflows.Mail.ListCaseMail;
using Networks.Workflows.Mail.ResendMail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Mail.SettleMail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Mail;

public sealed class CaseMailTests : IAsyncLifetime
{
    private readonly ScriptedTransport _server = new();
    private Given _given = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton<IMailTransport>(_server));
        _case = await _given.RunningCaseAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_mail_refused_for_good_then_the_firms_desk_has_a_task_and_the_history_the_reason()
    {
        await FailedMailAsync();

        Assert.Equal(["complete-intake Open", "mend-mail Open"], await _given.TasksAsync(_case.Id));
        var task = await _given.ReadAsync(db => db.WorkItems.SingleAsync(i => i.CaseId == _case.Id && i.Path.EndsWith("mend-mail")));
        Assert.Equal((_given.Como.AssociationId, _case.Other.Value), (task.DeskId, task.SubjectId));
        var row = await _given.ReadAsync(db => db.CaseEvents.OrderBy(e => e.Number).LastAsync(e => e.CaseId == _case.Id));
        Assert.Equal("mail.failed", row.Name);
        Assert.Single(_server.Handed);
    }

    [Fact]
    public async Task Given_a_second_failed_mail_to_the_same_firm_then_there_is_one_task_until_both_are_seen_to()
    {
        var first = await FailedMailAsync();
        var second = await FailedMailAsync();
        Assert.Equal(["complete-intake Open", "mend-mail Open"], await _given.TasksAsync(_case.Id));

        await _given.DoneAsync(_given.Como, new SettleMailByPhone(_case.Id, first));
        Assert.Equal(["complete-intake Open", "mend-mail Open"], await _given.TasksAsync(_case.Id));

        await _given.DoneAsync(_given.Lecco, new SettleMailByPhone(_case.Id, second));
        Assert.Equal(["complete-intake Open", "mend-mail Done called"], await _given.TasksAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_failed_mail_when_the_mailbox_was_corrected_and_it_is_sent_again_then_it_goes_to_the_new_one()
    {
        var mail = await FailedMailAsync();
        _server.Answer = _ => Delivery.Done;

        await _given.DoneAsync(_given.Como, new ResendMailOfCase(_case.Id, mail));
        _given.Clock.Advance(ResendMailOfCase.Undo);
        await SweepAsync();

        Assert.Equal("firm2@mail.example", _server.Handed[^1].To);
        Assert.Equal(_server.Handed[0].MessageId, _server.Handed[^1].MessageId);
        Assert.Equal(["complete-intake Open", "mend-mail Done sent-again"], await _given.TasksAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_mail_not_due_yet_when_it_is_undone_then_it_never_leaves()
    {
        var mail = await _given.QueuedMailAsync(_case.Id, _case.Own);

        await _given.DoneAsync(_given.Lecco, new DropMailOfCase(_case.Id, mail));
        _given.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();

        Assert.Empty(_server.Handed);
        Assert.Contains("mail.dropped", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_mail_that_is_due_when_it_is_undone_then_it_is_too_late()
    {
        var mail = await _given.QueuedMailAsync(_case.Id, _case.Own);
        _given.Clock.Advance(TimeSpan.FromSeconds(10));
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(new DropMailOfCase(_case.Id, mail));

        Assert.Equal("mail.too-late", answer.Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_mail_to_a_firm_of_the_leading_desk_when_another_desk_undoes_it_then_it_is_refused()
    {
        var mail = await _given.QueuedMailAsync(_case.Id, _case.Own);
        _given.Actor = Actor.Of(_given.Como);

        var answer = await _given.SendAsync(new DropMailOfCase(_case.Id, mail));

        Assert.Equal(RefusalKind.NotAllowed, answer.Refusal?.Kind);
    }

    [Fact]
    public async Task Given_the_list_when_another_desk_reads_it_then_it_sees_no_address_and_no_link_and_may_act_for_its_own_only()
    {
        await _given.QueuedMailAsync(_case.Id, _case.Own);
        await _given.QueuedMailAsync(_case.Id, _case.Other);

        var list = await _given.DoneAsync(_given.Como, new ListCaseMail(_case.Id));

        Assert.Equal(["Alfa 1 Srl False", "Alfa 2 Srl True"], list.Mails.Select(m => $"{m.To} {m.MayDrop}").Order());
        Assert.DoesNotContain("segreto", string.Join(' ', list.Mails), StringComparison.Ordinal);
        Assert.DoesNotContain("vecchia@", string.Join(' ', list.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_desk_that_is_not_in_the_case_when_it_asks_for_the_mails_then_there_is_nothing()
    {
        _given.Actor = Actor.Of(_given.Monza);

        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new ListCaseMail(_case.Id))).Refusal?.Kind);
    }

    private async Task<Guid> FailedMailAsync()
    {
        var mail = await _given.QueuedMailAsync(_case.Id, _case.Other);
        _server.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 no such user");
        _given.Clock.Advance(TimeSpan.FromSeconds(10));
        await SweepAsync();
        Assert.Equal(OutboxStatus.Failed, (await _given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Id == mail))).Status);
        return mail;
    }

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);
}
