using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Casework.SuspendCase;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Intake.ChooseKind;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class SuspendCaseTests : IAsyncLifetime
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
    public async Task Given_a_suspended_case_then_its_page_says_since_when_and_why_and_every_step_is_refused_in_words()
    {
        await SuspendAsync();

        var view = await _given.DoneAsync(_given.Lecco, new ShowCase(_case.Id));
        Assert.Equal(("suspended", new Suspension(new DateOnly(2026, 3, 10), "Aspettano il bando")), (view.Head.State.Key, view.Head.Suspended));
        Assert.Equal("common.suspended", (await ChooseAsync()).Refusal?.Code);
        Assert.Equal("common.suspended", (await _given.SendAsync(new SuspendCase(Guid.Empty, _case.Id, "di nuovo"))).Refusal?.Code);
        await _given.NoteAsync(_case.Id);
    }

    [Fact]
    public async Task Given_a_resumed_case_then_its_steps_can_be_taken_and_the_history_tells_both()
    {
        await SuspendAsync();
        await _given.DoneAsync(_given.Lecco, new ResumeCase(Guid.Empty, _case.Id));

        Assert.True((await ChooseAsync()).Ok);
        Assert.Equal("casework.not-suspended", (await _given.SendAsync(new ResumeCase(Guid.Empty, _case.Id))).Refusal?.Code);
        Assert.Contains("casework.suspended", await _given.HistoryAsync(_case.Id));
        Assert.Contains("casework.resumed", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_queued_mail_of_a_suspended_case_then_it_waits_and_others_leave()
    {
        await _given.QueuedMailAsync(_case.Id, _case.Own);
        await SuspendAsync();
        _given.Clock.Advance(TimeSpan.FromHours(1));

        await SendAsync();
        Assert.Empty(_server.Handed);
        Assert.Equal((1, 0), await PreviewAsync(p => (p.QueuedMails, p.Due)));
        await _given.DoneAsync(_given.Lecco, new ResumeCase(Guid.Empty, _case.Id));
        await SendAsync();

        Assert.Single(_server.Handed);
    }

    [Fact]
    public async Task Given_a_timer_that_comes_due_while_the_case_rests_then_the_sweep_leaves_it_alone()
    {
        var scope = await _given.ReadAsync(db => db.WorkItems.Select(i => i.ScopeId).FirstAsync());
        await _given.WriteAsync(db =>
        {
            db.Add(new DueTimer(Ids.New(_given.Clock), _case.Id, scope, "intake", TimerKind.Wake, _given.Clock.GetUtcNow().AddHours(1)));
            return Task.CompletedTask;
        });
        await SuspendAsync();
        _given.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await _given.Services.GetRequiredService<TimerSweep>().FireDueAsync(CancellationToken.None));
        Assert.Equal(1, await PreviewAsync(p => p.Due));
    }

    [Fact]
    public async Task Given_a_suspended_case_then_it_can_be_closed()
    {
        await SuspendAsync();

        await _given.DoneAsync(_given.Lecco, new CloseCase(Guid.Empty, _case.Id, "no-agreement", null));

        Assert.Null(await _given.ReadAsync(db => db.Cases.Select(c => c.SuspendedAt).SingleAsync()));
        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal("casework.already-closed", (await _given.SendAsync(new SuspendCase(Guid.Empty, _case.Id, "riposo"))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_an_act_that_was_done_before_when_its_form_is_sent_again_then_it_gets_its_first_answer()
    {
        var choice = new ChooseKind(_case.Id, NetworkKind.Contractual, SignatureForm.DigitalStandardModel) { OperationId = Ids.New(_given.Clock) };
        await _given.DoneAsync(_given.Lecco, choice);
        await SuspendAsync();

        Assert.True((await _given.SendAsync(choice)).Ok);
    }

    [Theory]
    [InlineData(null, "casework.suspend-reason-missing")]
    [InlineData("long", "casework.text-too-long")]
    public async Task Given_no_reason_then_it_is_asked_for(string? reason, string code)
    {
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal(code, (await _given.SendAsync(new SuspendCase(Guid.Empty, _case.Id, reason is null ? null : new string('a', 1001)))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_desk_that_only_takes_part_then_it_can_neither_suspend_nor_resume()
    {
        _given.Actor = Actor.Of(_given.Como);
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsync(new SuspendCase(Guid.Empty, _case.Id, "riposo"))).Refusal?.Kind);
        await SuspendAsync();
        _given.Actor = Actor.Of(_given.Como);
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsync(new ResumeCase(Guid.Empty, _case.Id))).Refusal?.Kind);
    }

    private Task<Done> SuspendAsync() => _given.DoneAsync(_given.Lecco, new SuspendCase(Guid.Empty, _case.Id, "Aspettano il bando"));

    private Task<Result<ChosenKind>> ChooseAsync() => _given.SendAsync(new ChooseKind(_case.Id, NetworkKind.Contractual, SignatureForm.DigitalStandardModel));

    private Task<int> SendAsync() => _given.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);

    private async Task<T> PreviewAsync<T>(Func<SuspendingPreview, T> of) => of(await _given.DoneAsync(_given.Lecco, new PreviewSuspending(_case.Id)));
}
