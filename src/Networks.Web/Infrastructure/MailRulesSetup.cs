using System.Globalization;
using Networks.Workflows.Mail;

namespace Networks.Web.Infrastructure;

/// <summary>How much mail a person gets and when, by configuration: <c>Networks:Mail:PerWeek</c> and <c>Networks:Mail:Quiet:…</c>.</summary>
internal static class MailRulesSetup
{
    public const string PerWeekSetting = "Networks:Mail:PerWeek";
    public const string WeekendsSetting = "Networks:Mail:Quiet:Weekends";
    public const string HolidaysSetting = "Networks:Mail:Quiet:Holidays";

    /// <summary>As <c>20-7</c>, full hours of Rome; <c>none</c> for none.</summary>
    public const string HoursSetting = "Networks:Mail:Quiet:Hours";

    /// <summary>As <c>08-01/08-31, 12-24/01-06</c>, month and day; <c>none</c> for none.</summary>
    public const string PeriodsSetting = "Networks:Mail:Quiet:Periods";

    /// <exception cref="InstallationFaultException">A setting cannot be read.</exception>
    public static MailRules Of(IConfiguration configuration)
    {
        var quiet = QuietTimes.Standard with
        {
            Weekends = YesNo(configuration, WeekendsSetting, QuietTimes.Standard.Weekends),
            Holidays = YesNo(configuration, HolidaysSetting, QuietTimes.Standard.Holidays),
            Periods = Periods(configuration[PeriodsSetting]),
        };
        return new MailRules { PerWeek = PerWeek(configuration[PerWeekSetting]), Quiet = Hours(quiet, configuration[HoursSetting]) };
    }

    private static int PerWeek(string? text) =>
        string.IsNullOrWhiteSpace(text) ? MailRules.Standard.PerWeek
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw Wrong(PerWeekSetting, text, "2");

    private static bool YesNo(IConfiguration configuration, string setting, bool usual) => configuration[setting] switch
    {
        null or "" => usual,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw Wrong(setting, text, "true"),
    };

    private static QuietTimes Hours(QuietTimes quiet, string? text)
    {
        const int Day = 24;
        return string.IsNullOrWhiteSpace(text) ? quiet
            : text.Equals("none", StringComparison.OrdinalIgnoreCase) ? quiet with { From = default, To = default }
            : text.Split('-') is [var from, var to] && Hour(from) is { } first && Hour(to) is { } last ? quiet with { From = first, To = last }
            : throw Wrong(HoursSetting, text, "20-7");

        static TimeOnly? Hour(string word) =>
            int.TryParse(word.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= Day ? new TimeOnly(hour % Day, 0) : null;
    }

    private static IReadOnlyList<QuietPeriod> Periods(string? text) =>
        string.IsNullOrWhiteSpace(text) ? QuietTimes.Standard.Periods
        : text.Equals("none", StringComparison.OrdinalIgnoreCase) ? []
        : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Period)];

    private static QuietPeriod Period(string text)
    {
        return text.Split('/') is [var first, var last] && Day(first) is { } from && Day(last) is { } to
            ? new QuietPeriod(from, to)
            : throw Wrong(PeriodsSetting, text, "08-01/08-31");

        // Of a leap year, so that the 29th of February is a day.
        static (int, int)? Day(string word) =>
            DateOnly.TryParseExact($"2028-{word.Trim()}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day.Month, day.Day) : null;
    }

    private static InstallationFaultException Wrong(string setting, string text, string example) => new("commands.fault-setting", setting, text, example);
}
