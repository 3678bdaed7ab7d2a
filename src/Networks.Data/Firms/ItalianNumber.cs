namespace Networks.Data.Firms;

/// <summary>The eleven digits that a VAT number and the tax code of a body have in common.</summary>
internal static class ItalianNumber
{
    internal const int Length = 11;

    /// <returns>What is wrong with the digits, or <see langword="null"/>.</returns>
    internal static FaultCause? FaultOf(string digits) =>
        digits.Length != Length ? FaultCause.WrongLength
        : !TypedText.AllDigits(digits) ? FaultCause.WrongShape
        : digits.StartsWith("0000000", StringComparison.Ordinal) ? FaultCause.NotAssigned
        : TypedText.LuhnSum(digits) % 10 != 0 ? FaultCause.WrongCheck
        : null;

    /// <param name="first10">Ten digits.</param>
    internal static char CheckDigit(string first10) => (char)('0' + ((10 - (TypedText.LuhnSum(first10 + '0') % 10)) % 10));

    /// <summary>Digits 8 to 10 name the issuing office; an unknown one is a reason to look twice, never to refuse.</summary>
    internal static bool HasOddOffice(string digits) =>
        int.Parse(digits.AsSpan(7, 3), System.Globalization.CultureInfo.InvariantCulture)
            is not ((>= 1 and <= 100) or 120 or 121 or 888 or 999);
}
