using Networks.Data.Firms;

namespace Networks.Workflows.Intake;

/// <summary>Reads the field that takes several firms, one per line or separated by commas.</summary>
public static class TypedFirms
{
    /// <summary>More than the largest network on record: a longer text is something pasted by mistake.</summary>
    public const int AtMost = 300;

    /// <summary>The prefixes of the EU's VAT numbers beside Italy; Greece writes EL.</summary>
    private static readonly string[] _prefixes =
        ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"];

    private static readonly char[] _separators = ['\n', '\r', ',', ';', '\t'];

    /// <summary>The entries in the order of typing. Nothing is dropped: what cannot be right carries its fault.</summary>
    public static IReadOnlyList<TypedFirm> Read(string? text) =>
        [.. (text ?? "").Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Of).Where(entry => entry.Key.Length > 0)];

    internal static TypedFirm WithNumber(TypedFirm firm, string number)
    {
        var squeezed = KeyOf(number);
        if (squeezed.StartsWith("FR", StringComparison.Ordinal) && squeezed.Length == 13)
        {
            return FrenchVat.TryParse(number, out var french, out var wrong)
                ? firm with { TaxCode = french.Value, Country = "FR" }
                : firm with { Country = "FR", Fault = wrong };
        }

        if (squeezed.Length is > 7 and < 15 && _prefixes.Contains(squeezed[..2]))
        {
            return firm with { TaxCode = squeezed, Country = squeezed[..2] == "EL" ? "GR" : squeezed[..2] };
        }

        if (squeezed.StartsWith("IT", StringComparison.Ordinal) || squeezed.All(char.IsAsciiDigit))
        {
            return VatNumber.TryParse(number, out var vat, out var fault)
                ? firm with { TaxCode = vat.Value, VatNumber = vat.Value }
                : firm with { Fault = fault };
        }

        return TaxCode.TryParse(number, out var code, out var bad) ? firm with { TaxCode = code.Value } : firm with { Fault = bad };
    }

    private static TypedFirm Of(string raw)
    {
        var words = raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var typed = string.Join(' ', words);
        var entry = new TypedFirm(typed, KeyOf(typed));
        if (words.Length > 1 && LooksLikeNumber(words[^1]) && IsName(words[..^1]))
        {
            return WithNumber(entry with { Name = string.Join(' ', words[..^1]).TrimEnd(':', '-', ' ') }, words[^1]);
        }

        if (words.Length > 1 && LooksLikeNumber(words[0]) && IsName(words[1..]))
        {
            return WithNumber(entry with { Name = string.Join(' ', words[1..]) }, words[0]);
        }

        return LooksLikeNumber(typed) ? WithNumber(entry, typed) : entry with { Name = typed };
    }

    // The rest of a number typed with blanks has no letters; "IT" before one is its prefix.
    private static bool IsName(string[] words) => words.Any(word => word.Count(char.IsLetter) > 2) || words.Count(word => word.Any(char.IsLetter)) > 1;

    // A tax code may have lost all its digits to omocodia; anything else with so many digits is meant as a number.
    private static bool LooksLikeNumber(string text)
    {
        var key = KeyOf(text);
        var digits = key.Count(char.IsAsciiDigit);
        return TaxCode.TryParse(text, out _, out _) || (digits >= 5 && digits * 5 >= key.Length * 2);
    }

    internal static string KeyOf(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).Take(40));
}
