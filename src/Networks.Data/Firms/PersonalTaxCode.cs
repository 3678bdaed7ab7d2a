using System.Text.RegularExpressions;

namespace Networks.Data.Firms;

/// <summary>The sixteen characters of a natural person's tax code: check letter, omocodia, and what they tell.</summary>
internal static partial class PersonalTaxCode
{
    internal const int Length = 16;

    private const string months = "ABCDEHLMPRST";
    private const string replacements = "LMNPQRSTUV";

    // Value of 0..9 and of A..J, then of K..Z, at the odd places counted from one.
    private static readonly int[] _oddValues =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    // Places counted from zero where a digit may be replaced.
    private static readonly int[] _digitPlaces = [6, 7, 9, 10, 12, 13, 14];

    /// <param name="code">Exactly sixteen characters in capitals.</param>
    internal static FaultCause? FaultOf(string code) =>
        !Shape().IsMatch(code) ? FaultCause.WrongShape
        : CheckLetter(code.AsSpan(0, Length - 1)) != code[^1] ? FaultCause.WrongCheck
        : !SomeYearHasTheDay(code) ? FaultCause.NoSuchDay
        : null;

    /// <summary>The letters count as they stand, replaced or not.</summary>
    internal static char CheckLetter(ReadOnlySpan<char> first15)
    {
        var sum = 0;
        for (var i = 0; i < first15.Length; i++)
        {
            var rank = char.IsAsciiDigit(first15[i]) ? first15[i] - '0' : first15[i] - 'A';
            sum += i % 2 == 0 ? _oddValues[rank] : rank;
        }

        return (char)('A' + (sum % 26));
    }

    internal static int ReplacedDigits(string code) => _digitPlaces.Count(p => !char.IsAsciiDigit(code[p]));

    internal static bool IsFemale(string code) => Number(code, 9, 2) > 40;

    internal static string PlaceOf(string code) => $"{code[11]}{Number(code, 12, 3):000}";

    internal static DateOnly? BirthDate(string code, DateOnly onDay)
    {
        var (year, month, day) = DayOf(code);
        for (var candidate = onDay.Year - ((onDay.Year - year + 100) % 100); candidate > 0; candidate -= 100)
        {
            if (day <= DateTime.DaysInMonth(candidate, month) && new DateOnly(candidate, month, day).AddYears(18) <= onDay)
            {
                return new DateOnly(candidate, month, day);
            }
        }

        return null;
    }

    // A leap year whenever the last two digits allow one: 1900 had no 29 February, 2000 had.
    private static bool SomeYearHasTheDay(string code)
    {
        var (year, month, day) = DayOf(code);
        return day >= 1 && day <= DateTime.DaysInMonth(2000 + year, month);
    }

    private static (int Year, int Month, int Day) DayOf(string code) =>
        (Number(code, 6, 2), months.IndexOf(code[8], StringComparison.Ordinal) + 1, Number(code, 9, 2) % 40);

    private static int Number(string code, int from, int count) =>
        code.Substring(from, count).Aggregate(0, (n, c) => (10 * n) + DigitOf(c));

    private static int DigitOf(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : replacements.IndexOf(c, StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\\z")]
    private static partial Regex Shape();
}
