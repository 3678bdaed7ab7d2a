using System.Diagnostics.CodeAnalysis;

namespace Networks.Data.Firms;

/// <summary>An Italian VAT number (partita IVA): eleven digits, without the prefix IT.</summary>
/// <remarks>The check digit proves the typing, not that the number was ever issued. Sources S27, S28.</remarks>
public readonly record struct VatNumber : IIdentifier<VatNumber>
{
    private readonly string? _value;

    private VatNumber(string value) => _value = value;

    public string Value => _value ?? "";

    /// <summary>The issuing office in the number is none of the known ones: a warning, not a refusal.</summary>
    public bool HasOddOffice => _value is not null && ItalianNumber.HasOddOffice(_value);

    /// <param name="raw">As typed: spaces, dots, dashes and a leading IT are taken away.</param>
    public static bool TryParse(string? raw, out VatNumber value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        var digits = typed.StartsWith("IT", StringComparison.Ordinal) ? typed[2..] : typed;
        var cause = digits.Length == 0 ? FaultCause.Empty : ItalianNumber.FaultOf(digits);
        fault = cause is { } wrong ? IdentifierFault.Of("vat", wrong, digits.Length) : null;
        value = fault is null ? new(digits) : default;
        return fault is null;
    }

    public static VatNumber Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    /// <summary>The number that begins with the given ten digits: they leave no choice for the eleventh.</summary>
    public static VatNumber Complete(string first10) => Parse(first10 + ItalianNumber.CheckDigit(first10));

    public override string ToString() => Value;
}
