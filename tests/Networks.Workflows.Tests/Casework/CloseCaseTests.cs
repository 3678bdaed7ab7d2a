using Microsoft.EntityFrameworkCore;
using Networks.Data.Cases;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class CloseCaseTests : IAsyncLifetime
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
    public async Task Given_a_case_with_a_queued_mail_when_it_is_closed_then_tasks_mail_and_worklist_are_empty_and_the_reason_is_kept()
    {
        await _given.QueuedMailAsync(_case.Id, _case.Own);
        var before = await _given.DoneAsync(_given.Lecco, new PreviewClosing(_case.Id));

        await _given.DoneAsync(_given.Lecco, new CloseCase(Guid.Empty, _case.Id, "no-agreement", "sul fondo"));

        Assert.Equal((1, 1, null), (before.Tasks, before.QueuedMails, before.Refusal));
        Assert.Equal(OutboxStatus.Dropped, await _given.ReadAsync(db => db.Outbox.Select(m => m.Status).SingleAsync()));
        Assert.False(await _given.ReadAsync(db => db.WorkItems.AnyAsync(i => i.Status == WorkItemStatus.Open)));
        Assert.False(await _given.ReadAsync(db => db.Timers.AnyAsync(t => t.Status == TimerStatus.Pending)));
        var closed = await _given.ReadAsync(db => db.Cases.SingleAsync());
        Assert.Equal((CaseStatus.ClosedWithoutOutcome, "no-agreement"), (closed.Status, closed.ClosedReason));
        Assert.Empty((await _given.DoneAsync(_given.Lecco, new ListMyTasks())).Rows);
    }

    [Fact]
    public async Task Given_a_closed_case_when_it_is_closed_again_then_it_says_so()
    {
        await _given.DoneAsync(_given.Lecco, new CloseCase(Guid.Empty, _case.Id, "opened-twice", null));

        Assert.Equal("casework.already-closed", (await _given.SendAsync(new CloseCase(Guid.Empty, _case.Id, "opened-twice", null))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_network_in_effect_then_it_cannot_be_closed_without_outcome()
    {
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).ConfirmEffect(new DateOnly(2026, 3, 9)));
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal("casework.close-in-effect", (await _given.SendAsync(new CloseCase(Guid.Empty, _case.Id, "no-funding", null))).Refusal?.Code);
    }

    [Theory]
    [InlineData("", null, "casework.close-reason-missing")]
    [InlineData("invented", null, "casework.close-reason-missing")]
    [InlineData("other", null, "casework.close-text-missing")]
    public async Task Given_no_reason_then_it_is_asked_for(string reason, string? text, string code)
    {
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal(code, (await _given.SendAsync(new CloseCase(Guid.Empty, _case.Id, reason, text))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_desk_that_only_takes_part_then_it_cannot_close()
    {
        _given.Actor = Actor.Of(_given.Como);

        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsync(new CloseCase(Guid.Empty, _case.Id, "no-funding", null))).Refusal?.Kind);
    }
}
