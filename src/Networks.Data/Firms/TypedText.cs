using System.Globalization;

namespace Networks.Data.Firms;

/// <summary>What people type or paste around an identifier, and how it is taken away.</summary>
internal static class TypedText
{
    /// <summary>Longer input is no identifier at all and is not worth reading further.</summary>
    internal const int MaxRawLength = 400;

    /// <summary>Upper case without spaces, dots, dashes and the invisible characters that a copied text carries.</summary>
    internal static string Squeeze(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return "";
        }

        var kept = raw.Length > MaxRawLength ? raw[..MaxRawLength] : raw;
        return string.Concat(kept.Where(IsMeant).Select(c => char.IsAsciiLetterLower(c) ? (char)(c - 32) : c));
    }

    internal static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The Luhn sum of a text of digits: valid numbers give a multiple of ten.</summary>
    internal static int LuhnSum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            var weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum;
    }

    private static bool IsMeant(char c) => c != '.' && !char.IsWhiteSpace(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control);
}
