using System.Diagnostics.CodeAnalysis;

namespace Networks.Data.Firms;

/// <summary>The number of a French enterprise: nine digits with a Luhn check. Source S40.</summary>
public readonly record struct Siren : IIdentifier<Siren>
{
    private const int length = 9;

    private readonly string? _value;

    private Siren(string value) => _value = value;

    public string Value => _value ?? "";

    public static bool TryParse(string? raw, out Siren value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        var cause = FaultOf(typed);
        fault = cause is { } wrong ? IdentifierFault.Of("siren", wrong, typed.Length) : null;
        value = fault is null ? new(typed) : default;
        return fault is null;
    }

    public static Siren Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;

    internal static FaultCause? FaultOf(string digits) =>
        digits.Length == 0 ? FaultCause.Empty
        : digits.Length != length ? FaultCause.WrongLength
        : !TypedText.AllDigits(digits) ? FaultCause.WrongShape
        : digits.All(c => c == '0') ? FaultCause.NotAssigned
        : TypedText.LuhnSum(digits) % 10 != 0 ? FaultCause.WrongCheck
        : null;
}
