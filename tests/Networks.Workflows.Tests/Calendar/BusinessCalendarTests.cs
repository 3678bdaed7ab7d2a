using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Reference;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Calendar;

public sealed class BusinessCalendarTests
{
    private static readonly Arbitrary<DateOnly> _days =
        Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<int> _counts = Gen.Choose(1, 80).ToArbitrary();

    [Theory]
    [InlineData("2026-03-10T22:59:59Z", "2026-03-10", false)]
    [InlineData("2026-03-10T23:00:00Z", "2026-03-11", true)]
    [InlineData("2026-07-10T21:59:59Z", "2026-07-10", true)]
    public void Given_a_deadline_of_10_March_then_it_lasts_until_midnight_in_Rome(string now, string today, bool over)
    {
        var calendar = new BusinessCalendar(new StoppedClock(DateTimeOffset.Parse(now)));

        Assert.Equal(DateOnly.Parse(today), calendar.Today());
        Assert.Equal(over, calendar.IsOver(new DateOnly(2026, 3, 10)));
    }

    [Theory]
    [InlineData("2026-03-10", "2026-03-10T23:00:00Z")]
    [InlineData("2026-03-28", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z")]
    [InlineData("2026-12-31", "2026-12-31T23:00:00Z")]
    public void Given_a_day_then_it_ends_at_24_in_Rome_also_when_clocks_change(string day, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end), BusinessCalendar.EndOfDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-02", true)]
    [InlineData("2026-01-06", false)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-04-25", false)]
    [InlineData("2026-06-02", false)]
    [InlineData("2027-10-04", false)]
    [InlineData("2025-10-03", true)]
    [InlineData("2024-10-04", true)]
    [InlineData("2026-10-04", false)]
    [InlineData("2026-07-14", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-23", true)]
    public void Given_a_day_in_Italy_then_weekends_and_national_holidays_do_not_work(string day, bool works) =>
        Assert.Equal(works, BusinessCalendar.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-07-14", false)]
    [InlineData("2026-05-14", false)]
    [InlineData("2026-05-25", false)]
    [InlineData("2026-11-11", false)]
    [InlineData("2026-06-02", true)]
    [InlineData("2027-01-06", true)]
    public void Given_a_day_in_France_then_its_own_holidays_count(string day, bool works) =>
        Assert.Equal(works, BusinessCalendar.IsWorkingDay(DateOnly.Parse(day), HolidayCountry.France));

    [Theory]
    [InlineData("2026-12-23", 1, "2026-12-24")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-12-24", 5, "2027-01-04")]
    [InlineData("2026-12-25", 0, "2026-12-25")]
    [InlineData("2026-12-28", -1, "2026-12-24")]
    public void Given_working_days_then_they_are_counted_over_the_holidays(string from, int count, string to) =>
        Assert.Equal(DateOnly.Parse(to), BusinessCalendar.AddWorkingDays(DateOnly.Parse(from), count));

    [Fact]
    public void Given_any_day_then_adding_working_days_lands_on_one_and_counts_back_the_same() =>
        Prop.ForAll(_days, _counts, (day, count) =>
        {
            var last = BusinessCalendar.AddWorkingDays(day, count);
            return BusinessCalendar.IsWorkingDay(last)
                && BusinessCalendar.WorkingDaysBetween(day, last) == count
                && BusinessCalendar.WorkingDaysBetween(last, day) == -count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_day_then_counts_add_up() =>
        Prop.ForAll(_days, _counts, _counts, (day, a, b) =>
            BusinessCalendar.AddWorkingDays(BusinessCalendar.AddWorkingDays(day, a), b) == BusinessCalendar.AddWorkingDays(day, a + b))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_day_then_the_next_working_day_is_the_first_one_not_before_it() =>
        Prop.ForAll(_days, day =>
        {
            var next = BusinessCalendar.NextWorkingDay(day);
            return next >= day
                && BusinessCalendar.IsWorkingDay(next)
                && Enumerable.Range(0, next.DayNumber - day.DayNumber).All(n => !BusinessCalendar.IsWorkingDay(day.AddDays(n)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_day_then_its_last_second_belongs_to_it_and_its_end_to_the_next() =>
        Prop.ForAll(_days, day =>
        {
            var end = BusinessCalendar.EndOfDay(day);
            return BusinessCalendar.DayOf(end.AddSeconds(-1)) == day && BusinessCalendar.DayOf(end) == day.AddDays(1);
        }).QuickCheckThrowOnFailure();

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
