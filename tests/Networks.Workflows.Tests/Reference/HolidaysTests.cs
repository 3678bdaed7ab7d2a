using Networks.Data.Reference;

namespace Networks.Workflows.Tests.Reference;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Given_a_year_then_Easter_is_known(string easter)
    {
        var day = DateOnly.Parse(easter);

        Assert.Equal(day, Holidays.EasterSunday(day.Year));
    }

    [Fact]
    public void Given_three_centuries_then_Easter_is_a_Sunday_between_22_March_and_25_April() =>
        Assert.All(Enumerable.Range(1900, 300).Select(Holidays.EasterSunday), day =>
        {
            Assert.Equal(DayOfWeek.Sunday, day.DayOfWeek);
            Assert.InRange(day, new DateOnly(day.Year, 3, 22), new DateOnly(day.Year, 4, 25));
        });

    [Fact]
    public void Given_Italy_in_2026_then_4_October_is_among_them() => Assert.Equal(
        ["01-01", "01-06", "04-05", "04-06", "04-25", "05-01", "06-02", "08-15", "10-04", "11-01", "12-08", "12-25", "12-26"],
        Holidays.In(2026, HolidayCountry.Italy).Select(d => d.ToString("MM-dd")));

    [Fact]
    public void Given_Italy_in_2025_then_4_October_is_not_among_them() =>
        Assert.DoesNotContain(new DateOnly(2025, 10, 4), Holidays.In(2025, HolidayCountry.Italy));

    [Fact]
    public void Given_France_in_2026_then_there_are_eleven() => Assert.Equal(
        ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"],
        Holidays.In(2026, HolidayCountry.France).Select(d => d.ToString("MM-dd")));
}
