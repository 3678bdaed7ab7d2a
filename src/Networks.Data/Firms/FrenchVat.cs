using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Networks.Data.Firms;

/// <summary>A French VAT number: FR, a key of two characters, and the SIREN. Sources S27, S40.</summary>
public readonly record struct FrenchVat : IIdentifier<FrenchVat>
{
    private const int length = 13;

    private readonly string? _value;

    private FrenchVat(string value) => _value = value;

    /// <summary>With the prefix FR.</summary>
    public string Value => _value ?? "";

    /// <summary>Null for Monaco, whose numbers have 000 and no SIREN.</summary>
    public Siren? Siren => _value is null || IsMonaco(_value) ? null : Firms.Siren.Parse(_value[4..]);

    /// <summary>The key has a letter, for which no check is made here: a warning, not a refusal.</summary>
    public bool HasUncheckedKey => _value is not null && !TypedText.AllDigits(_value.AsSpan(2, 2));

    public static bool TryParse(string? raw, out FrenchVat value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        var cause = FaultOf(typed);
        fault = cause is { } wrong ? IdentifierFault.Of("french-vat", wrong, typed.Length) : null;
        value = fault is null ? new(typed) : default;
        return fault is null;
    }

    public static FrenchVat Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;

    private static FaultCause? FaultOf(string typed) =>
        typed.Length == 0 ? FaultCause.Empty
        : typed.Length != length ? FaultCause.WrongLength
        : !typed.StartsWith("FR", StringComparison.Ordinal) || !IsKeyCharacter(typed[2]) || !IsKeyCharacter(typed[3])
            || !TypedText.AllDigits(typed.AsSpan(4)) ? FaultCause.WrongShape
        : !IsMonaco(typed) && Firms.Siren.FaultOf(typed[4..]) is { } wrong ? wrong
        : !HasRightKey(typed) ? FaultCause.WrongCheck
        : null;

    private static bool HasRightKey(string typed) =>
        !int.TryParse(typed.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
        || key == (12 + (3 * (int.Parse(typed.AsSpan(4), CultureInfo.InvariantCulture) % 97))) % 97;

    private static bool IsMonaco(string typed) => typed.AsSpan(4, 3).SequenceEqual("000");

    private static bool IsKeyCharacter(char c) => char.IsAsciiDigit(c) || (char.IsAsciiLetterUpper(c) && c is not ('I' or 'O'));
}
