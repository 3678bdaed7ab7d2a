using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Networks.Workflows.Signatures;

/// <summary>The parts of a distinguished name, cleaned for display: a name in a certificate is text from outside.</summary>
internal static class SubjectName
{
    public const string CommonName = "2.5.4.3";
    public const string SerialNumber = "2.5.4.5";

    private const int _maxShown = 100;

    /// <returns>Every value of that attribute, in the order of the name; empty where the name cannot be read.</returns>
    public static IReadOnlyList<string> Values(X500DistinguishedName name, string oid)
    {
        try
        {
            return [.. Read(name.RawData).Where(part => part.Oid == oid).Select(part => Clean(part.Value))];
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    /// <summary>The common name, or the whole name where there is none.</summary>
    public static string Shown(X500DistinguishedName name) =>
        Values(name, CommonName) is [var first, ..] && first.Length > 0 ? first : Clean(name.Name);

    private static List<(string Oid, string Value)> Read(byte[] encoded)
    {
        var parts = new List<(string, string)>();
        var names = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        while (names.HasData)
        {
            var set = names.ReadSetOf(skipSortOrderValidation: true);
            while (set.HasData)
            {
                var pair = set.ReadSequence();
                var oid = pair.ReadObjectIdentifier();
                var tag = pair.PeekTag();
                if (tag.TagClass == TagClass.Universal && IsText((UniversalTagNumber)tag.TagValue))
                {
                    parts.Add((oid, pair.ReadCharacterString((UniversalTagNumber)tag.TagValue)));
                }
            }
        }

        return parts;
    }

    private static bool IsText(UniversalTagNumber tag) => tag
        is UniversalTagNumber.UTF8String
        or UniversalTagNumber.PrintableString
        or UniversalTagNumber.T61String
        or UniversalTagNumber.IA5String
        or UniversalTagNumber.BMPString;

    // Control and format characters (line breaks, right-to-left marks) could make a sentence say something else.
    private static string Clean(string value)
    {
        var clean = new StringBuilder();
        foreach (var rune in value.EnumerateRunes().Take(_maxShown))
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }
}
