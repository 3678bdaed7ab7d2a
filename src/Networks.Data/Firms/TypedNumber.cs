namespace Networks.Data.Firms;

/// <summary>A firm's number as people type or paste it into a search: with the country, blanks, dots and dashes.</summary>
public static class TypedNumber
{
    /// <summary>Shorter is no number of a firm.</summary>
    public const int Shortest = 8;

    /// <returns>As it is stored: upper case, bare, an Italian VAT number without IT. Null for what cannot be a number.</returns>
    public static string? Of(string? typed)
    {
        var bare = TypedText.Squeeze(typed);
        if (bare.Length > 2 && bare.StartsWith("IT", StringComparison.Ordinal) && TypedText.AllDigits(bare.AsSpan(2)))
        {
            bare = bare[2..];
        }

        return bare.Length >= Shortest && bare.Any(char.IsAsciiDigit) && bare.All(char.IsAsciiLetterOrDigit) ? bare : null;
    }
}
