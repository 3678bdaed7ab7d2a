using Networks.Data;
using Networks.Data.Reference;

namespace Networks.Workflows.Common;

/// <summary>Legal days and working days of Europe/Rome. A deadline is a day and lasts until its midnight there.</summary>
/// <param name="closings">Days that a desk or a chamber is closed; null: none are known.</param>
public sealed class BusinessCalendar(TimeProvider clock, ClosingBook? closings = null)
{
    private static readonly TimeZoneInfo _rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The legal day of now.</summary>
    public DateOnly Today() => DayOf(clock.GetUtcNow());

    /// <summary>Whether the deadline is over; on its last day it is not.</summary>
    public bool IsOver(DateOnly lastDay) => clock.GetUtcNow() >= EndOfDay(lastDay);

    /// <summary>The legal day on which something happened.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _rome).DateTime);

    /// <summary>What the clocks of Rome show at an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _rome).DateTime);

    /// <summary>The instant, in UTC, at which the clocks of Rome show a time on a day; one that is skipped in spring counts as an hour later.</summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, _rome.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant that no longer belongs to the day, in UTC: 24:00 in Rome.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return new DateTimeOffset(midnight, _rome.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Neither Saturday, Sunday nor a national holiday.</summary>
    public static bool IsWorkingDay(DateOnly day, HolidayCountry country = HolidayCountry.Italy) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.IsHoliday(day, country);

    /// <summary>The day itself when it is a working day, otherwise the first one after it.</summary>
    public static DateOnly NextWorkingDay(DateOnly day, HolidayCountry country = HolidayCountry.Italy)
    {
        while (!IsWorkingDay(day, country))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day that comes so many working days after another, which itself does not count.</summary>
    /// <param name="count">Zero gives the day itself, working or not; a negative count goes back.</param>
    public static DateOnly AddWorkingDays(DateOnly day, int count, HolidayCountry country = HolidayCountry.Italy)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day, country) ? 1 : 0;
        }

        return day;
    }

    /// <summary>As <see cref="AddWorkingDays"/>, from today, without the days on which the desk or the chamber is closed.</summary>
    public async Task<DateOnly> TermAsync(NetworksDbContext db, int workingDays, AssociationId desk, string? chamber, CancellationToken cancellationToken)
    {
        var isClosed = closings is null ? _ => false : await closings.ForAsync(db, desk, chamber, cancellationToken);
        return TermFrom(Today(), workingDays, isClosed);
    }

    /// <param name="isClosed">Days that do not count beside weekends and national holidays; a year of them is the most.</param>
    internal static DateOnly TermFrom(DateOnly day, int workingDays, Func<DateOnly, bool> isClosed)
    {
        var furthest = day.AddDays(366 + (2 * workingDays));
        for (var left = workingDays; left > 0 && day < furthest;)
        {
            day = AddWorkingDays(day, 1);
            left -= isClosed(day) ? 0 : 1;
        }

        return day;
    }

    /// <summary>How many working days come after the first day, up to and including the last.</summary>
    /// <returns>Negative when the last day comes before the first; zero for the same day.</returns>
    public static int WorkingDaysBetween(DateOnly first, DateOnly last, HolidayCountry country = HolidayCountry.Italy) =>
        last < first
            ? -WorkingDaysBetween(last, first, country)
            : Enumerable.Range(1, last.DayNumber - first.DayNumber).Count(n => IsWorkingDay(first.AddDays(n), country));
}
