using System.Globalization;

namespace Networks.Web.Monitoring.MonthReport;

/// <summary>The report of a month, and its two files.</summary>
internal static class MonthReportLink
{
    public const string Book = "/region/report.xlsx";

    public const string Paper = "/region/report.pdf";

    public static string To() => "/region/report";

    public static string ToBook(DateOnly month) => $"{Book}?month={Word(month)}";

    public static string ToPaper(DateOnly month) => $"{Paper}?month={Word(month)}";

    public static string Word(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <returns>Null for anything that is no month.</returns>
    public static DateOnly? Read(IQueryCollection query) =>
        DateOnly.TryParseExact(query["month"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
