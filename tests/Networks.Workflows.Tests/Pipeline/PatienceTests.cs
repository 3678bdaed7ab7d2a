using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Faults;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>How long an act waits for others, on SQLite where one writes at a time; the clock's timers ring at once.</summary>
public sealed class PatienceTests : IAsyncLifetime
{
    private readonly TimersAtOnce _clock = new(Given.StartingClock());
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services =>
        {
            NoteWordHandler.AddTo(services);
            services.AddSingleton<TimeProvider>(_clock);
        });
        _case = CaseId.New(_clock);
        await _given.WriteAsync(db =>
        {
            db.Add(new Case(_case, "N-2026-0001", _given.Programme, _given.Lecco.AssociationId, "prova", new DateOnly(2026, 3, 10)));
            return Task.CompletedTask;
        });
        _given.Actor = Actor.Of(_given.Lecco);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_somebody_is_first_again_and_again_then_each_attempt_waits_longer_than_the_one_before()
    {
        Trouble.Answer = _ => throw new DbUpdateConcurrencyException();

        await NoteAsync("uno");

        var pauses = _clock.Waited.Select(w => w.TotalMilliseconds).ToList();
        Assert.Equal(4, pauses.Count);
        Assert.All(pauses, (pause, i) => Assert.InRange(pause, 5 << i, 15 << i));
    }

    [Fact]
    public async Task Given_another_act_does_not_end_then_the_next_is_told_after_five_seconds_and_nothing_is_stored()
    {
        var gate = _given.Services.GetRequiredService<WriteGate>();
        using (await gate.EnterAsync(TestContext.Current.CancellationToken))
        {
            var refusal = (await NoteAsync("uno")).Refusal!;

            Assert.Equal((RefusalKind.Unavailable, "common.busy"), (refusal.Kind, refusal.Code));
            Assert.Equal([TimeSpan.FromSeconds(5)], _clock.Waited);
            Assert.Equal(0, await EffectsAsync());
        }

        Assert.True((await NoteAsync("uno")).Ok);
    }

    private WordTrouble Trouble => _given.Services.GetRequiredService<WordTrouble>();

    private Task<Result<int>> NoteAsync(string word) => _given.SendAsync(new NoteWord(_case, word) { OperationId = Guid.CreateVersion7() });

    private Task<int> EffectsAsync() => _given.ReadAsync(db => db.CaseEvents.CountAsync(e => e.Name == NoteWord.EventName));
}
