using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Networks.Workflows.Signatures;

/// <summary>The signer's tax code in a certificate.</summary>
/// <remarks>ETSI EN 319 412-1: subject serialNumber <c>TINIT-</c> and the Italian tax code. Other forms name other papers.</remarks>
internal static partial class SubjectTaxCode
{
    private const string _prefix = "TINIT-";

    // What a character in an odd place counts; digits 0 to 9 share the values of A to J.
    private static readonly int[] _oddValues =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <returns>
    /// The code where the subject has exactly one serialNumber of the Italian form with a right check letter; else null.
    /// </returns>
    public static string? Of(X500DistinguishedName subject)
    {
        if (SubjectName.Values(subject, SubjectName.SerialNumber) is not [var serial]
            || !serial.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var code = Normal(serial[_prefix.Length..]);
        return IsRight(code) ? code : null;
    }

    public static string Normal(string code) => code.Trim().ToUpperInvariant();

    private static bool IsRight(string code)
    {
        if (!Shape().IsMatch(code))
        {
            return false;
        }

        var ranks = code[..15].Select(c => char.IsAsciiDigit(c) ? c - '0' : c - 'A');
        return code[15] == 'A' + (ranks.Select((rank, i) => i % 2 == 0 ? _oddValues[rank] : rank).Sum() % 26);
    }

    [GeneratedRegex(@"^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
