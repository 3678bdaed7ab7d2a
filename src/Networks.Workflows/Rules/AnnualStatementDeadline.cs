using System.Globalization;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>The last day for filing the annual statement (situazione patrimoniale).</summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-ter no. 3 as changed by L. 154/2016; c.c. artt. 2615-bis and 2963. Only networks with
/// legal personality have it. Source S13. How months are counted is to be verified with the chamber.
/// </remarks>
public static class AnnualStatementDeadline
{
    public static LegalRule Rule { get; } = new(
        "annual-statement",
        1,
        new DateOnly(2016, 8, 25),
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter, come modificato dalla L. 28 luglio 2016, n. 154; c.c. artt. 2615-bis e 2963",
        ["S13"],
        ToVerify: true,
        [
            new("LegalEntity 2026-12-31", "2027-03-01", () => Said(NetworkKind.LegalEntity, new(2026, 12, 31))),
            new("LegalEntity 2027-12-31", "2028-02-29", () => Said(NetworkKind.LegalEntity, new(2027, 12, 31))),
            new("LegalEntity 2025-12-31", "2026-03-02", () => Said(NetworkKind.LegalEntity, new(2025, 12, 31))),
            new("LegalEntity 2027-06-30", "2027-08-30", () => Said(NetworkKind.LegalEntity, new(2027, 6, 30))),
            new("LegalEntity 2028-08-31", "2028-10-31", () => Said(NetworkKind.LegalEntity, new(2028, 8, 31))),
            new("Contractual 2026-12-31", "none", () => Said(NetworkKind.Contractual, new(2026, 12, 31))),
        ]);

    /// <returns>A working day; null for a contractual network, which files none.</returns>
    public static DateOnly? Of(NetworkKind kind, DateOnly financialYearEnd) => kind switch
    {
        NetworkKind.Contractual => null,
        NetworkKind.LegalEntity => BusinessCalendar.NextWorkingDay(financialYearEnd.AddMonths(2)),
    };

    /// <summary>The first end of a financial year on or after a day.</summary>
    /// <param name="monthDay">As the contract has it, <c>12-31</c>; 29 February becomes 28 in a common year.</param>
    /// <exception cref="FormatException">Not a month and a day.</exception>
    public static DateOnly YearEndFrom(string monthDay, DateOnly day)
    {
        var end = DateOnly.ParseExact($"2000-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var thisYear = In(day.Year);
        return thisYear >= day ? thisYear : In(day.Year + 1);

        DateOnly In(int year) => new(year, end.Month, Math.Min(end.Day, DateTime.DaysInMonth(year, end.Month)));
    }

    /// <summary>The end of the financial year that a statement due on a day is about.</summary>
    /// <param name="monthDay">As in <see cref="YearEndFrom"/>.</param>
    public static DateOnly YearEndOf(string monthDay, DateOnly dueOn) => YearEndFrom(monthDay, dueOn.AddMonths(-3));

    private static string Said(NetworkKind kind, DateOnly yearEnd) => Of(kind, yearEnd) is { } day ? day.ToString("O") : "none";
}
