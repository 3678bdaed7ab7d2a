using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class CorrectFactTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_entry_recorded_on_a_wrong_day_when_it_is_corrected_then_the_state_follows_and_both_rows_stay()
    {
        var (id, filings) = await _given.CaseWithFilingsAsync(Day(2), Day(6), null);

        var corrected = await _given.DoneAsync(_given.Lecco, Correct(id, 1, Day(5)));

        Assert.Equal(Day(5), await _given.ReadAsync(db => db.Filings.Where(f => f.Id == filings[0]).Select(f => f.EnteredOn).SingleAsync()));
        Assert.Null(corrected.EffectMovedTo);
        var history = (await _given.DoneAsync(_given.Lecco, new ShowCase(id))).History;
        Assert.Equal(Day(5), history.Single(r => r.Number == 1).CorrectedTo);
        Assert.Equal(Day(6), history.Single(r => r.Number == 1).HappenedOn);
        Assert.Equal(1, history.Single(r => r.Number == corrected.Number).Corrects);
    }

    [Fact]
    public async Task Given_a_confirmed_effect_when_the_last_entry_is_corrected_then_the_effect_moves_and_it_is_said()
    {
        var (id, _) = await _given.CaseWithFilingsAsync(Day(2), Day(4), Day(6));
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).ConfirmEffect(Day(6)));

        var corrected = await _given.DoneAsync(_given.Lecco, Correct(id, 2, Day(9)));

        Assert.Equal(Day(9), corrected.EffectMovedTo);
        Assert.Equal(Day(9), await _given.ReadAsync(db => db.Cases.Select(c => c.EffectOn).SingleAsync()));
        Assert.Equal(["casework.fact-corrected", "registration.effect-moved"], (await _given.HistoryAsync(id)).TakeLast(2));
    }

    [Fact]
    public async Task Given_a_call_recorded_on_a_wrong_day_when_the_opening_is_corrected_then_the_case_is_open_since_the_new_day()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));

        await _given.DoneAsync(_given.Lecco, Correct(id, 1, Day(3)));

        Assert.Equal(Day(3), await _given.ReadAsync(db => db.Cases.Select(c => c.OpenedOn).SingleAsync()));
        var page = await _given.DoneAsync(_given.Lecco, new ShowCase(id));
        Assert.Equal(Day(3), page.Turns.From);
    }

    [Fact]
    public async Task Given_a_deed_when_the_opening_is_corrected_to_a_later_day_then_it_is_refused()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        await _given.WriteAsync(async db => (await db.Cases.SingleAsync()).DeedOn = Day(4));
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal("casework.opened-after-deed", (await _given.SendAsync(Correct(id, 1, Day(5)))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_row_corrected_before_when_it_is_corrected_again_then_the_last_day_is_what_counts()
    {
        var (id, _) = await _given.CaseWithFilingsAsync(Day(2), Day(6), null);
        await _given.DoneAsync(_given.Lecco, Correct(id, 1, Day(5)));
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal("casework.same-day", (await _given.SendAsync(Correct(id, 1, Day(5)))).Refusal?.Code);
        Assert.True((await _given.SendAsync(Correct(id, 1, Day(6)))).Ok);
        Assert.Equal(Day(6), (await _given.DoneAsync(_given.Lecco, new ShowCorrectableFact(id, 1))).Day);
    }

    [Theory]
    [InlineData(1, 1, "casework.before-deed")]
    [InlineData(1, 11, "casework.day-to-come")]
    [InlineData(1, 6, "casework.same-day")]
    [InlineData(99, 5, "common.not-found")]
    public async Task Given_a_day_that_cannot_be_then_it_is_refused_with_the_reason(int number, int day, string code)
    {
        var (id, _) = await _given.CaseWithFilingsAsync(Day(2), Day(6), null);
        _given.Actor = Actor.Of(_given.Lecco);

        Assert.Equal(code, (await _given.SendAsync(Correct(id, number, Day(day)))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_no_day_and_no_reason_then_both_are_asked_for_at_once()
    {
        var (id, _) = await _given.CaseWithFilingsAsync(Day(2), Day(6), null);
        _given.Actor = Actor.Of(_given.Lecco);

        var refusal = (await _given.SendAsync(new CorrectFact(Guid.Empty, id, 1, null, null))).Refusal!;

        Assert.Equal(["casework.day-missing", "casework.reason-missing"], refusal.All.Select(r => r.Code));
    }

    [Fact]
    public async Task Given_a_row_of_the_engine_or_another_desk_then_nothing_can_be_corrected()
    {
        var running = await _given.RunningCaseAsync();
        _given.Actor = Actor.Of(_given.Lecco);
        Assert.Equal("casework.not-correctable", (await _given.SendAsync(Correct(running.Id, 1, Day(9)))).Refusal?.Code);
        _given.Actor = Actor.Of(_given.Como);
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsync(Correct(running.Id, 1, Day(9)))).Refusal?.Kind);
    }

    private static DateOnly Day(int day) => new(2026, 3, day);

    private static CorrectFact Correct(CaseId id, int number, DateOnly day) => new(Guid.Empty, id, number, day, "la visura dice altro");
}
