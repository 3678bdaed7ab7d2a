using FsCheck;
using FsCheck.Fluent;

namespace Networks.Workflows.Tests.Identifiers;

/// <summary>Makers of valid numbers that share no line with the product's own arithmetic.</summary>
internal static class Digits
{
    /// <summary>Texts of digits of one length, at least one of the first seven not zero.</summary>
    internal static Arbitrary<string> Of(int length) =>
        Gen.ArrayOf(Gen.Choose('0', '9').Select(c => (char)c), length).Select(c => new string(c))
            .Where(text => text[..Math.Min(7, length)].Any(c => c != '0'))
            .ToArbitrary();

    /// <summary>The text with the one last digit that makes it pass Luhn, found by trying all ten.</summary>
    internal static string WithLuhn(string digits) =>
        Enumerable.Range(0, 10).Select(d => $"{digits}{d}").Single(PassesLuhn);

    /// <summary>Every text that differs from the given one in exactly one digit.</summary>
    internal static IEnumerable<string> Typos(string digits) =>
        from place in Enumerable.Range(0, digits.Length)
        from digit in "0123456789"
        where digits[place] != digit
        select $"{digits[..place]}{digit}{digits[(place + 1)..]}";

    private static bool PassesLuhn(string digits)
    {
        int[] doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
        var fromRight = digits.Reverse().Select(c => c - '0').ToArray();
        return fromRight.Select((d, i) => i % 2 == 1 ? doubled[d] : d).Sum() % 10 == 0;
    }
}
