using System.Collections.Concurrent;
using System.Globalization;

namespace Networks.Data.Reference;

/// <summary>A country whose public holidays are known here.</summary>
public enum HolidayCountry
{
    Italy,
    France,
}

/// <summary>
/// National public holidays, dated: fixed days and days counted from Easter. Feasts of patron saints, which hold in one
/// town only, are left out. Source D03.
/// </summary>
public static class Holidays
{
    private static readonly IReadOnlyList<Row> _rows = [.. ReferenceTable.Shipped("holidays").Select(Of)];
    private static readonly ConcurrentDictionary<(HolidayCountry Country, int Year), HashSet<DateOnly>> _years = new();

    public static bool IsHoliday(DateOnly day, HolidayCountry country) =>
        _years.GetOrAdd((country, day.Year), key => [.. In(key.Year, key.Country)]).Contains(day);

    /// <summary>The holidays of a year, earliest first; a holiday may fall on a Sunday.</summary>
    public static IReadOnlyList<DateOnly> In(int year, HolidayCountry country) =>
        [.. _rows.Where(r => r.Country == country).Select(r => (r.Validity, Day: r.DayIn(year)))
            .Where(r => r.Validity.Holds(r.Day)).Select(r => r.Day).Distinct().Order()];

    /// <summary>The same with the name of each in the language of the country; of two on one day the first.</summary>
    public static IReadOnlyList<(DateOnly Day, string Name)> Named(int year, HolidayCountry country) =>
        [.. _rows.Where(r => r.Country == country).Select(r => (Row: r, Day: r.DayIn(year)))
            .Where(r => r.Row.Validity.Holds(r.Day)).OrderBy(r => r.Day).DistinctBy(r => r.Day).Select(r => (r.Day, r.Row.Name))];

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    public static DateOnly EasterSunday(int year)
    {
        // Golden number, solar and lunar corrections by century, then the Sunday after the paschal full moon.
        var golden = year % 19;
        var century = year / 100;
        var moonAge = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var fullMoon = moonAge - (moonAge / 28 * (1 - (29 / (moonAge + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + fullMoon + 2 - century + (century / 4)) % 7;
        return new DateOnly(year, 3, 28).AddDays(fullMoon - weekday);
    }

    private static Row Of(IReadOnlyDictionary<string, string> row) =>
        new(row["country"] == "IT" ? HolidayCountry.Italy : HolidayCountry.France, row["day"], row["name"], Validity.Of(row));

    private sealed record Row(HolidayCountry Country, string Rule, string Name, Validity Validity)
    {
        private const string easter = "easter+";

        public DateOnly DayIn(int year) => Rule.StartsWith(easter, StringComparison.Ordinal)
            ? EasterSunday(year).AddDays(int.Parse(Rule.AsSpan(easter.Length), CultureInfo.InvariantCulture))
            : DateOnly.ParseExact($"{year:0000}-{Rule}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
