using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Work;
using Networks.Workflows.Casework;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Casework;

public sealed class WhoseTurnTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Given_any_history_then_the_turns_follow_without_gap_and_the_shares_sum_to_the_elapsed_time()
    {
        var wait =
            from party in Gen.Choose(0, 4)
            from begin in Gen.Choose(-2000, 12000)
            from length in Gen.Choose(0, 9000)
            from open in Gen.Choose(0, 4)
            select new Wait((WaitsFor)party, $"task-{party}", _start.AddMinutes(begin), open == 0 ? null : _start.AddMinutes(begin + length));
        var history =
            from waits in Gen.ListOf(wait)
            from minutes in Gen.Choose(1, 15000)
            select (Waits: waits.ToList(), Until: _start.AddMinutes(minutes));

        Prop.ForAll(Arb.From(history), h =>
        {
            var turns = WhoseTurn.Of(_start, h.Until, h.Waits);
            var shares = WhoseTurn.Shares(turns);
            return turns[0].From == _start && turns[^1].Until == h.Until
                && turns.Zip(turns.Skip(1)).All(p => p.First.Until == p.Second.From && (p.First.Party, p.First.Task) != (p.Second.Party, p.Second.Task))
                && shares.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Time) == h.Until - _start
                && shares.Sum(s => s.WorkingDays) == WorkingDaysBegun(h.Until);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Given_several_parties_at_once_then_the_first_of_the_order_has_the_turn_and_of_equals_the_oldest()
    {
        var turns = WhoseTurn.Of(_start, Day(10),
        [
            new Wait(WaitsFor.Chamber, "record-outcome", _start, null),
            new Wait(WaitsFor.Firm, "decide-on-text", Day(2), Day(6)),
            new Wait(WaitsFor.OwnDesk, "prepare-text", Day(4), Day(5)),
            new Wait(WaitsFor.OwnDesk, "answer-objection", Day(3), Day(5)),
        ]);

        Assert.Equal(
            ["Chamber record-outcome 2", "Firm decide-on-text 1", "OwnDesk answer-objection 2", "Firm decide-on-text 1", "Chamber record-outcome 4"],
            turns.Select(t => $"{t.Party} {t.Task} {t.Length.TotalDays}"));
    }

    [Fact]
    public void Given_nothing_open_then_the_leading_desk_has_the_turn()
    {
        var turns = WhoseTurn.Of(_start, Day(4), [new Wait(WaitsFor.Notary, "record-deed", Day(1), Day(2))]);

        Assert.Equal(["OwnDesk", "Notary", "OwnDesk"], turns.Select(t => t.Party.ToString()));
        Assert.Equal(WhoseTurn.NothingOpen, turns[0].Task);
    }

    // Counted one by one: the working days whose midnight in Rome lies between the start and the instant.
    private static int WorkingDaysBegun(DateTimeOffset until) =>
        Enumerable.Range(0, 20).Select(n => BusinessCalendar.DayOf(_start).AddDays(n)).Count(day =>
            BusinessCalendar.EndOfDay(day.AddDays(-1)) is var midnight && midnight >= _start && midnight < until && BusinessCalendar.IsWorkingDay(day));

    private static DateTimeOffset Day(int days) => _start.AddDays(days);
}
