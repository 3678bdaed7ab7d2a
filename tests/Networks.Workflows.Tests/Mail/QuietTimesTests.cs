using Networks.Workflows.Mail;

namespace Networks.Workflows.Tests.Mail;

public sealed class QuietTimesTests
{
    [Theory]
    [InlineData("2026-03-10T11:00", "it", "2026-03-10T11:00")] // Tuesday noon
    [InlineData("2026-03-10T18:59", "it", "2026-03-10T18:59")] // 19:59 in Rome
    [InlineData("2026-03-10T19:00", "it", "2026-03-11T06:00")] // 20:00: the evening begins
    [InlineData("2026-03-11T05:59", "it", "2026-03-11T06:00")] // 6:59 in the morning
    [InlineData("2026-03-14T09:00", "it", "2026-03-16T06:00")] // Saturday to Monday
    [InlineData("2026-03-27T20:00", "it", "2026-03-30T05:00")] // over the night in which the clocks go forward
    [InlineData("2026-04-03T20:00", "it", "2026-04-07T05:00")] // Easter Monday is a holiday
    [InlineData("2026-07-14T09:00", "it", "2026-07-14T09:00")]
    [InlineData("2026-07-14T09:00", "fr", "2026-07-15T05:00")] // a holiday in France only
    [InlineData("2026-12-24T20:00", "it", "2026-12-28T06:00")] // Christmas, Saint Stephen, Sunday
    [InlineData("2026-08-11T10:00", "it", "2026-09-01T05:00")] // August
    public void Given_the_usual_quiet_times_then_mail_leaves_at_the_next_opening(string at, string language, string opening) =>
        Assert.Equal(Utc(opening), QuietTimes.Standard.Opening(Utc(at), language));

    [Theory]
    [InlineData("2026-08-14T10:00", "2026-08-31T22:00")] // to the first of September, midnight in Rome
    [InlineData("2026-12-30T10:00", "2027-01-06T23:00")]
    [InlineData("2026-07-31T10:00", "2026-07-31T10:00")]
    public void Given_periods_of_the_year_then_they_are_waited_for_also_over_its_turn(string at, string opening)
    {
        var quiet = QuietTimes.None with { Periods = [new QuietPeriod((8, 1), (8, 31)), new QuietPeriod((12, 24), (1, 6))] };

        Assert.Equal(Utc(opening), quiet.Opening(Utc(at), "it"));
    }

    [Fact]
    public void Given_settings_that_leave_no_day_then_nothing_is_held_for_ever()
    {
        var quiet = QuietTimes.None with { Periods = [new QuietPeriod((1, 1), (12, 31))] };

        Assert.Equal(Utc("2026-03-10T11:00"), quiet.Opening(Utc("2026-03-10T11:00"), "it"));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + ":00Z", System.Globalization.CultureInfo.InvariantCulture);
}
