namespace Networks.Web.Infrastructure;

/// <summary>An address to go back to that came from outside: only a path of this service is believed.</summary>
internal static class LocalAddress
{
    /// <returns>The path with its query, or <c>/</c> for anything else (another site, <c>//host</c>, <c>/\host</c>, null).</returns>
    public static string Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : "/";
}
