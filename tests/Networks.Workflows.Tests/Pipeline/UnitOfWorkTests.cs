using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

public sealed class UnitOfWorkTests : IAsyncLifetime
{
    private readonly Guid _operation = Guid.CreateVersion7();
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(NoteWordHandler.AddTo);
        _case = CaseId.New(_given.Clock);
        await _given.WriteAsync(db =>
        {
            db.Add(new Case(_case, "N-2026-0001", _given.Programme, _given.Lecco.AssociationId, "prova", new DateOnly(2026, 3, 10)));
            return Task.CompletedTask;
        });
        _given.Actor = Actor.Of(_given.Lecco);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_done_operation_when_it_is_sent_again_then_it_gets_the_same_answer_and_has_one_effect()
    {
        var first = await NoteAsync("uno");
        var second = await NoteAsync("uno");

        Assert.Equal(1, first.Value);
        Assert.Equal(1, second.Value);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task Given_a_done_operation_when_its_id_comes_with_another_body_then_it_is_refused()
    {
        await NoteAsync("uno");

        Assert.Equal("common.operation-reused", (await NoteAsync("due")).Refusal?.Code);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task Given_a_done_operation_when_somebody_else_sends_its_id_then_it_is_refused()
    {
        await NoteAsync("uno");
        var colleague = new Data.Officers.Officer(OfficerId.New(_given.Clock), _given.Lecco.AssociationId, "Collega", "collega@mail.example", Data.Officers.OfficerRoles.Desk);
        _given.Actor = Actor.Of(colleague);

        Assert.Equal("common.operation-reused", (await NoteAsync("uno")).Refusal?.Code);
    }

    [Fact]
    public async Task Given_ten_copies_of_one_form_at_once_then_each_gets_the_same_answer_and_there_is_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => NoteAsync("uno"))));

        Assert.All(answers, answer => Assert.Equal(1, answer.Value));
        Assert.Equal(1, await EffectsAsync());
        Assert.Equal(1, Trouble.Runs);
    }

    [Fact]
    public async Task Given_ten_different_acts_on_one_case_at_once_then_each_has_its_effect_in_a_row()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            _given.SendAsync(new NoteWord(_case, "uno") { OperationId = Guid.CreateVersion7() }))));

        Assert.Equal(Enumerable.Range(1, 10), answers.Select(a => a.Value).Order());
        Assert.Equal(10, await EffectsAsync());
    }

    [Fact]
    public async Task Given_an_act_then_the_guard_has_raised_the_case_once()
    {
        await NoteAsync("uno");

        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task Given_a_refusal_then_nothing_is_stored_and_the_same_form_can_be_sent_again()
    {
        Trouble.Answer = run => run == 1 ? new Refusal(RefusalKind.Conflict, "test.conflict") : null;

        Assert.Equal("test.conflict", (await NoteAsync("uno")).Refusal?.Code);
        Assert.Equal(0, await EffectsAsync());
        Assert.Equal(0, await VersionAsync());
        Assert.True((await NoteAsync("uno")).Ok);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task Given_a_fault_of_ours_then_it_is_thrown_and_nothing_is_stored()
    {
        Trouble.Answer = _ => throw new NotSupportedException("a bug");

        await Assert.ThrowsAsync<NotSupportedException>(() => NoteAsync("uno"));

        Assert.Equal(0, await EffectsAsync());
    }

    [Fact]
    public async Task Given_somebody_was_first_then_the_act_runs_again_on_what_they_left()
    {
        Trouble.Answer = run => run < 3 ? throw new DbUpdateConcurrencyException() : null;

        Assert.Equal(1, (await NoteAsync("uno")).Value);

        Assert.Equal(3, Trouble.Runs);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task Given_somebody_is_first_again_and_again_then_the_act_gives_up_and_nothing_is_stored()
    {
        Trouble.Answer = _ => throw new DbUpdateConcurrencyException();

        var refusal = (await NoteAsync("uno")).Refusal!;

        Assert.Equal((RefusalKind.Unavailable, "common.contention", 5), (refusal.Kind, refusal.Code, Trouble.Runs));
        Assert.Equal(0, await EffectsAsync());
    }

    [Fact]
    public async Task Given_a_wrong_shape_then_every_fault_is_told_at_once_and_the_handler_does_not_run()
    {
        var answer = await NoteAsync("1 2");
        var empty = await NoteAsync("");

        Assert.Equal(["test.not-letters"], answer.Refusal!.All.Select(r => r.Code));
        Assert.Equal(["test.empty"], empty.Refusal!.All.Select(r => r.Code));
        Assert.Equal("word", empty.Refusal.Field);
        Assert.Equal(0, Trouble.Runs);
    }

    [Fact]
    public async Task Given_a_foreign_case_then_the_answer_is_the_one_of_a_case_that_does_not_exist()
    {
        _given.Actor = Actor.Of(_given.Monza);

        var foreign = await NoteAsync("uno");
        var missing = await _given.SendAsync(new NoteWord(CaseId.New(_given.Clock), "uno") { OperationId = Guid.CreateVersion7() });

        Assert.Equal(RefusalKind.NotFound, foreign.Refusal?.Kind);
        Assert.Equal((missing.Refusal!.Kind, missing.Refusal.Code, missing.Refusal.Text), (foreign.Refusal!.Kind, foreign.Refusal.Code, foreign.Refusal.Text));
        Assert.Equal(0, await VersionAsync());
    }

    [Fact]
    public async Task Given_a_case_that_may_be_read_then_an_act_that_is_not_allowed_says_so()
    {
        var firm = await _given.FirmAsync(_given.Como, 1);
        await _given.WriteAsync(db =>
        {
            db.Add(new Participant(ParticipantId.New(_given.Clock), _case, firm, _given.Como.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)));
            return Task.CompletedTask;
        });
        _given.Actor = Actor.Of(_given.Como);

        Assert.Equal(RefusalKind.NotAllowed, (await NoteAsync("uno")).Refusal?.Kind);
        Assert.Equal(0, await EffectsAsync());
    }

    [Fact]
    public async Task Given_nobody_is_signed_in_then_the_case_does_not_exist()
    {
        _given.Actor = Actor.Nobody;

        Assert.Equal(RefusalKind.NotFound, (await NoteAsync("uno")).Refusal?.Kind);
    }

    private WordTrouble Trouble => _given.Services.GetRequiredService<WordTrouble>();

    private Task<Result<int>> NoteAsync(string word) => _given.SendAsync(new NoteWord(_case, word) { OperationId = _operation });

    private Task<int> EffectsAsync() => _given.ReadAsync(db => db.CaseEvents.CountAsync(e => e.Name == NoteWord.EventName));

    private Task<long> VersionAsync() => _given.ReadAsync(db => db.Cases.Where(c => c.Id == _case).Select(c => c.Version).SingleAsync());
}
