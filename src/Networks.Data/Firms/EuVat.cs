using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Networks.Data.Firms;

/// <summary>A VAT number of the European Union with its prefix: Greece is EL, Northern Ireland XI.</summary>
/// <remarks>Italy and France are checked to the digit, the others by their shape only. Source S27.</remarks>
public readonly partial record struct EuVat : IIdentifier<EuVat>
{
    private const string prefixes = "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI";

    private readonly string? _value;

    private EuVat(string value) => _value = value;

    /// <summary>With the prefix.</summary>
    public string Value => _value ?? "";

    /// <summary>ISO 3166-1 alpha-2 of the country that gave the number.</summary>
    public string Country => Value.Length < 2 ? "" : Value[..2] switch { "EL" => "GR", "XI" => "GB", var same => same };

    public static bool TryParse(string? raw, out EuVat value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        fault = FaultOf(typed);
        value = fault is null ? new(typed) : default;
        return fault is null;
    }

    public static EuVat Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;

    private static IdentifierFault? FaultOf(string typed)
    {
        if (typed.Length == 0)
        {
            return IdentifierFault.Of("eu-vat", FaultCause.Empty);
        }

        if (!Shape().IsMatch(typed) || !prefixes.Contains(typed[..2], StringComparison.Ordinal))
        {
            return IdentifierFault.Of("eu-vat", FaultCause.WrongShape);
        }

        IdentifierFault? fault = null;
        _ = typed[..2] switch
        {
            "IT" => VatNumber.TryParse(typed, out _, out fault),
            "FR" => FrenchVat.TryParse(typed, out _, out fault),
            _ => true,
        };
        return fault;
    }

    [GeneratedRegex(@"^[A-Z]{2}[0-9A-Z+*]{2,12}\z")]
    private static partial Regex Shape();
}
