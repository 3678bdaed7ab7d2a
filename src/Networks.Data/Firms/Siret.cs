using System.Diagnostics.CodeAnalysis;

namespace Networks.Data.Firms;

/// <summary>The number of a French establishment: SIREN and five digits, with a Luhn check over all fourteen.</summary>
/// <remarks>
/// The establishments of La Poste have a digit sum divisible by five instead; its head office passes Luhn as everybody's
/// does. Sources S27, S40.
/// </remarks>
public readonly record struct Siret : IIdentifier<Siret>
{
    private const int length = 14;
    private const string postSiren = "356000000";
    private const string postHeadOffice = "35600000000048";

    private readonly string? _value;

    private Siret(string value) => _value = value;

    public string Value => _value ?? "";

    public Siren Siren => _value is null ? default : Siren.Parse(_value[..9]);

    public static bool TryParse(string? raw, out Siret value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        FaultCause? cause =
            typed.Length == 0 ? FaultCause.Empty
            : typed.Length != length ? FaultCause.WrongLength
            : !TypedText.AllDigits(typed) ? FaultCause.WrongShape
            : Siren.FaultOf(typed[..9]) ?? (HasRightSum(typed) ? null : FaultCause.WrongCheck);
        fault = cause is { } wrong ? IdentifierFault.Of("siret", wrong, typed.Length) : null;
        value = fault is null ? new(typed) : default;
        return fault is null;
    }

    public static Siret Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;

    private static bool HasRightSum(string digits) =>
        digits.StartsWith(postSiren, StringComparison.Ordinal) && digits != postHeadOffice
            ? digits.Sum(c => c - '0') % 5 == 0
            : TypedText.LuhnSum(digits) % 10 == 0;
}
