using System.Security.Cryptography.X509Certificates;
using Networks.Data.Firms;

namespace Networks.Workflows.Signatures;

/// <summary>The signer's tax code in a certificate.</summary>
/// <remarks>ETSI EN 319 412-1: subject serialNumber <c>TINIT-</c> and the Italian tax code. Other forms name other papers.</remarks>
internal static class SubjectTaxCode
{
    private const string _prefix = "TINIT-";

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
        return TaxCode.TryParse(code, out var right, out _) && right.IsPerson && right.Value == code ? code : null;
    }

    public static string Normal(string code) => code.Trim().ToUpperInvariant();
}
