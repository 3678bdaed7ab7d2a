using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Networks.Data.Reference;

namespace Networks.Data.Firms;

/// <summary>
/// A number in the economic and administrative index (REA): sigla of the province and up to seven digits. A firm has
/// one for each province where it has its seat or a unit; the sigla stays when chambers merge. Source S29.
/// </summary>
public readonly record struct ReaNumber : IIdentifier<ReaNumber>
{
    private readonly string? _sigla;

    private ReaNumber(string sigla, int number)
    {
        _sigla = sigla;
        Number = number;
    }

    public string Sigla => _sigla ?? "";

    public int Number { get; }

    /// <summary>As in <c>MI-1234567</c>, without leading zeros.</summary>
    public string Value => _sigla is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{_sigla}-{Number}");

    /// <param name="raw">As typed: <c>MI-1234567</c>, <c>mi 1234567</c>, <c>MI1234567</c>.</param>
    public static bool TryParse(string? raw, out ReaNumber value, [NotNullWhen(false)] out IdentifierFault? fault)
    {
        var typed = TypedText.Squeeze(raw);
        var cause = FaultOf(typed);
        fault = cause is { } wrong ? IdentifierFault.Of("rea", wrong, typed.Length < 2 ? typed : typed[..2]) : null;
        value = fault is null ? new(typed[..2], int.Parse(typed.AsSpan(2), CultureInfo.InvariantCulture)) : default;
        return fault is null;
    }

    public static ReaNumber Parse(string value) =>
        TryParse(value, out var parsed, out var fault) ? parsed : throw new FormatException(fault.Code);

    public override string ToString() => Value;

    private static FaultCause? FaultOf(string typed) =>
        typed.Length == 0 ? FaultCause.Empty
        : typed.Length is < 3 or > 9 ? FaultCause.WrongLength
        : !char.IsAsciiLetterUpper(typed[0]) || !char.IsAsciiLetterUpper(typed[1])
            || !TypedText.AllDigits(typed.AsSpan(2)) ? FaultCause.WrongShape
        : typed.AsSpan(2).Trim('0').IsEmpty ? FaultCause.NotAssigned
        : !Provinces.All.Any(p => p.Sigla == typed[..2]) ? FaultCause.UnknownProvince
        : null;
}
