using Microsoft.EntityFrameworkCore;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Mail.MendMails;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Mail;

public sealed class MendMailsTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.RunningCaseAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_failed_mails_when_they_are_sent_again_together_then_they_can_be_kept_back_for_ten_seconds()
    {
        var (one, other) = (await FailedAsync(), await FailedAsync());

        var looked = await MendAsync(MailAct.Resend, confirmed: false, one, other);
        Assert.All(await StatesAsync(), state => Assert.Equal(OutboxStatus.Failed, state));
        await MendAsync(MailAct.Resend, confirmed: true, one, other);
        Assert.All(await StatesAsync(), state => Assert.Equal(OutboxStatus.Queued, state));
        var back = await MendAsync(MailAct.Drop, confirmed: true, one, other);

        Assert.All(looked.Rows.Concat(back.Rows), r => Assert.True(r.Ok, r.Said));
        Assert.All(await StatesAsync(), state => Assert.Equal(OutboxStatus.Dropped, state));
    }

    [Fact]
    public async Task Given_a_mail_that_did_not_fail_among_others_then_it_says_why_and_the_other_is_settled()
    {
        var failed = await FailedAsync();
        var queued = await _given.QueuedMailAsync(_case.Id, _case.Own);

        var done = await MendAsync(MailAct.Settle, confirmed: true, failed, queued);

        Assert.Equal([null, "mail.not-failed"], done.Rows.Select(r => r.Code));
    }

    private async Task<Guid> FailedAsync()
    {
        var id = await _given.QueuedMailAsync(_case.Id, _case.Own);
        await _given.WriteAsync(async db => (await db.Outbox.SingleAsync(m => m.Id == id)).Status = OutboxStatus.Failed);
        return id;
    }

    private Task<BulkReport> MendAsync(MailAct act, bool confirmed, params Guid[] mails) =>
        _given.DoneAsync(_given.Lecco, new MendMails(Guid.CreateVersion7(_given.Clock.GetUtcNow()), _case.Id, mails, act, confirmed));

    private Task<List<OutboxStatus>> StatesAsync() => _given.ReadAsync(db => db.Outbox.Select(m => m.Status).ToListAsync());
}
