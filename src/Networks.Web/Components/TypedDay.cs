using System.Globalization;

namespace Networks.Web.Components;

/// <summary>A day as a date field sends it, and as people without such a field type it.</summary>
internal static class TypedDay
{
    private static readonly string[] _shapes = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <returns>Null for nothing and for what is no day.</returns>
    public static DateOnly? Of(string? typed) =>
        DateOnly.TryParseExact(typed, _shapes, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    /// <summary>What a date field shows.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
