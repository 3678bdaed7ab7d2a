using System.Globalization;

namespace Networks.Web.Components;

/// <summary>An amount in euro as people type it in the language of the page, in cents.</summary>
internal static class TypedEuros
{
    private const decimal _most = 1_000_000_000m;

    /// <returns>Null for nothing and for what is no amount.</returns>
    public static long? Of(string? typed) =>
        decimal.TryParse(typed?.Replace("€", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.CurrentCulture, out var euros) && Math.Abs(euros) < _most
            ? (long)Math.Round(euros * 100)
            : null;

    public static string Text(long cents) => (cents / 100m).ToString("N2", CultureInfo.CurrentCulture) + " €";
}
