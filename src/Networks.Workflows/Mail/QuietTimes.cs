using Networks.Data.Reference;
using Networks.Workflows.Common;

namespace Networks.Workflows.Mail;

/// <summary>A span of the year, both days inclusive; it may go over the turn of the year.</summary>
public sealed record QuietPeriod((int Month, int Day) First, (int Month, int Day) Last)
{
    public bool Holds(DateOnly day)
    {
        var at = (day.Month, day.Day);
        return First.CompareTo(Last) <= 0
            ? at.CompareTo(First) >= 0 && at.CompareTo(Last) <= 0
            : at.CompareTo(First) >= 0 || at.CompareTo(Last) <= 0;
    }
}

/// <summary>When people are left alone by ordinary mail. Days and hours are those of Europe/Rome.</summary>
public sealed record QuietTimes
{
    /// <summary>Evenings, weekends, holidays, and August, when firms are closed.</summary>
    public static readonly QuietTimes Standard = new()
    {
        Weekends = true,
        Holidays = true,
        From = new TimeOnly(20, 0),
        To = new TimeOnly(7, 0),
        Periods = [new QuietPeriod((8, 1), (8, 31))],
    };

    /// <summary>Mail leaves at any time.</summary>
    public static readonly QuietTimes None = new();

    private const int LongestWait = 366;

    public bool Weekends { get; init; }

    /// <summary>The national ones of the reader's country.</summary>
    public bool Holidays { get; init; }

    /// <summary>Begin of the quiet hours, usually in the evening.</summary>
    public TimeOnly From { get; init; }

    /// <summary>Their end, usually in the morning; the same as <see cref="From"/> when there are none.</summary>
    public TimeOnly To { get; init; }

    public IReadOnlyList<QuietPeriod> Periods { get; init; } = [];

    /// <summary>The first instant, this one included, at which ordinary mail may leave.</summary>
    /// <remarks>Where the settings leave no instant in a year, nothing is held.</remarks>
    public DateTimeOffset Opening(DateTimeOffset at, string language)
    {
        var country = language == "fr" ? HolidayCountry.France : HolidayCountry.Italy;
        var today = BusinessCalendar.DayOf(at);
        if (!IsQuiet(today, country) && !IsQuiet(BusinessCalendar.TimeOf(at)))
        {
            return at;
        }

        return Enumerable.Range(0, LongestWait).Select(today.AddDays).Where(day => !IsQuiet(day, country))
            .Select(day => BusinessCalendar.InstantOf(day, From == To ? TimeOnly.MinValue : To))
            .FirstOrDefault(opening => opening > at, at);
    }

    private bool IsQuiet(DateOnly day, HolidayCountry country) =>
        (Weekends && day.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday))
        || (Holidays && Data.Reference.Holidays.IsHoliday(day, country))
        || Periods.Any(p => p.Holds(day));

    private bool IsQuiet(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}
