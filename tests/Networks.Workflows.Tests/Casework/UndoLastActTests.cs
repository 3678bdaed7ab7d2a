using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class UndoLastActTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddTransient<IRequestHandler<EndIntake, Result<Done>>, EndIntakeHandler>());
        _case = await _given.RunningCaseAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_task_done_by_mistake_when_it_is_undone_then_everything_stands_as_before_and_the_history_keeps_both()
    {
        var before = await StandsAsync();
        await EndAsync(mail: true);
        Assert.True((await _given.DoneAsync(_given.Lecco, new ShowCase(_case.Id))).May.Undo);

        await _given.DoneAsync(_given.Lecco, new UndoLastAct(Guid.Empty, _case.Id));

        Assert.Equal(before, await StandsAsync());
        Assert.Equal(OutboxStatus.Dropped, await _given.ReadAsync(db => db.Outbox.Select(m => m.Status).SingleAsync()));
        var history = await _given.HistoryAsync(_case.Id);
        Assert.Equal(["engine.phase-entered", "test.ended", "casework.undone", "engine.phase-entered"], history.TakeLast(4));
        Assert.False((await _given.DoneAsync(_given.Lecco, new ShowCase(_case.Id))).May.Undo);
        await EndAsync(mail: false);
        Assert.Equal(CasePhase.Drafting, await _given.ReadAsync(db => db.Cases.Select(c => c.Phase).SingleAsync()));
    }

    [Fact]
    public async Task Given_an_undone_act_then_it_is_not_undone_twice()
    {
        await EndAsync(mail: false);
        await _given.DoneAsync(_given.Lecco, new UndoLastAct(Guid.Empty, _case.Id));

        Assert.Equal("casework.nothing-to-undo", (await UndoAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task Given_the_minutes_have_passed_when_the_service_sweeps_then_how_the_rows_stood_before_is_forgotten_and_the_act_is_kept()
    {
        await EndAsync(mail: false);
        var sweep = _given.Services.GetRequiredService<ReversalSweep>();
        var acts = await _given.ReadAsync(db => db.Operations.CountAsync());

        Assert.Equal(0, await sweep.ForgetAsync(default));
        Assert.True(await _given.ReadAsync(db => db.Operations.AnyAsync(o => o.Reversal != null)));

        _given.Clock.Advance(UndoGrace.Usual.Time + TimeSpan.FromSeconds(1));
        Assert.NotEqual(0, await sweep.ForgetAsync(default));
        Assert.Equal(0, await sweep.ForgetAsync(default));
        Assert.False(await _given.ReadAsync(db => db.Operations.AnyAsync(o => o.Reversal != null)));
        Assert.Equal(acts, await _given.ReadAsync(db => db.Operations.CountAsync()));
        Assert.Equal("casework.nothing-to-undo", (await UndoAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task Given_the_minutes_have_passed_then_it_is_refused()
    {
        await EndAsync(mail: false);
        _given.Clock.Advance(UndoGrace.Usual.Time + TimeSpan.FromSeconds(1));

        Assert.Equal("casework.nothing-to-undo", (await UndoAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task Given_something_happened_since_then_it_is_refused()
    {
        await EndAsync(mail: false);
        await _given.NoteAsync(_case.Id);

        Assert.Equal("casework.nothing-to-undo", (await UndoAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_mail_that_has_left_then_it_is_refused_with_the_reason()
    {
        await EndAsync(mail: true);
        await _given.WriteAsync(async db => (await db.Outbox.SingleAsync()).Status = OutboxStatus.Sent);

        Assert.Equal("casework.mail-has-left", (await UndoAsync()).Refusal?.Code);
        Assert.Equal(CasePhase.Drafting, await _given.ReadAsync(db => db.Cases.Select(c => c.Phase).SingleAsync()));
    }

    [Fact]
    public async Task Given_somebody_else_then_it_is_not_theirs_to_undo()
    {
        await EndAsync(mail: false);

        Assert.Equal("casework.nothing-to-undo", (await _given.SendAsAsync(Actor.Of(_given.Como), new UndoLastAct(Guid.Empty, _case.Id))).Refusal?.Code);
    }

    private Task<Result<Done>> UndoAsync() => _given.SendAsAsync(Actor.Of(_given.Lecco), new UndoLastAct(Guid.Empty, _case.Id));

    private Task<Done> EndAsync(bool mail) => _given.DoneAsync(_given.Lecco, new EndIntake(_case.Id, mail) { OperationId = Ids.New(_given.Clock) });

    /// <summary>Case, process, tasks and timers in words.</summary>
    private Task<string> StandsAsync() => _given.ReadAsync(async db =>
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync();
        var items = (await db.WorkItems.AsNoTracking().ToListAsync()).OrderBy(i => i.Id.Value).Select(i => $"{i.Path} {i.Status} {i.Outcome} {i.ByOfficer} {i.ClosedAt}");
        var scopes = (await db.Scopes.AsNoTracking().ToListAsync()).OrderBy(s => s.Id).Select(s => $"{s.Path} {s.Round} {s.Status}");
        var timers = await db.Timers.AsNoTracking().CountAsync(t => t.Status == TimerStatus.Pending);
        return string.Join("; ", [$"{@case.Phase} {@case.Need} {@case.DeedOn}", .. items, .. scopes, $"{timers}"]);
    });
}

/// <summary>An act of the tests that changes the case, moves its process and may write a mail.</summary>
[Access(Right.CaseManage)]
internal sealed record EndIntake(CaseId CaseId, bool Mail) : ICommand<Done>, IUndoable
{
    public Guid OperationId { get; init; }
}

internal sealed class EndIntakeHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, TimeProvider clock) : IRequestHandler<EndIntake, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndIntake request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        @case.Need = "altro";
        @case.DeedOn = new DateOnly(2026, 3, 10);
        await engine.CompleteAsync(@case, "complete-intake", null, "done", cancellationToken);
        @case.Need = "altro ancora";
        if (request.Mail)
        {
            db.Add(new OutboxMessage(Ids.New(clock), "drafting.round-opened", "a@mail.example", "Oggetto", "Testo", clock.GetUtcNow()) { CaseId = @case.Id });
        }

        history.Record(@case, "test.ended", new DateOnly(2026, 3, 10));
        return Done.It;
    }
}
