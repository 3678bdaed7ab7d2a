using System.Globalization;

namespace Networks.Web.Components;

/// <summary>An instant as the clocks of Rome show it, in the reader's way of writing.</summary>
internal static class RomeTime
{
    private static readonly TimeZoneInfo _rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static string Of(DateTimeOffset instant) => At(instant).ToString("g", CultureInfo.CurrentCulture);

    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _rome);
}
